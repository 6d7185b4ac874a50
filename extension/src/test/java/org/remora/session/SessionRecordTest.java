package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.rename;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;
import static org.remora.session.SessionSamples.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRecordTest {

    private final SessionId id = SessionId.random();
    private final SessionRecord blank = blank(id);

    @Test
    void blank_anySession_usedWhenItWasMadeAndWithoutContent() {
        assertThat(blank.accessedMillis()).isEqualTo(blank.createdMillis()).isEqualTo(NOW);
        assertThat(blank.version()).isZero();
        assertThat(blank.attributes().rows()).isZero();
        assertThat(blank.isOverAt(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void with_delta_leavesTheRecordAsItWas() {
        SessionRecord before = after(blank, delta(0, set("a", "1")));
        String described = described(before);

        after(before, rename(1, id.renewed(), set("a", "2"), removed("a")));

        assertThat(described(before)).isEqualTo(described);
    }

    @Test
    void with_newIdTimeoutAndAttributes_allInOneStep() {
        SessionId newId = id.renewed();
        SessionRecord first = after(blank, timeout(0, 60, set("a", "1")));

        SessionRecord second = after(first, rename(first.version(), newId, set("b", "2")));

        assertThat(second.id()).isEqualTo(IdHash.of(newId));
        assertThat(second.maxInactiveSeconds()).isEqualTo(60);
        assertThat(texts(second.attributes())).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(second.application()).isEqualTo(blank.application());
    }

    @Test
    void isOverAt_timeoutOfYears_doesNotOverflow() {
        SessionRecord stored = after(blank, timeout(0, Integer.MAX_VALUE));

        assertThat(stored.isOverAt(NOW + Integer.MAX_VALUE * 1000L)).isFalse();
        assertThat(stored.isOverAt(NOW + Integer.MAX_VALUE * 1000L + 1)).isTrue();
    }

    @Test
    void isOverAt_clockBeforeTheLastUse_isNot() {
        assertThat(after(blank, timeout(0, 1)).isOverAt(NOW - 1_000_000)).isFalse();
    }

    @Test
    void accessedAt_earlierOrEqual_isTheSameRecord() {
        assertThat(blank.accessedAt(NOW)).isSameAs(blank);
        assertThat(blank.accessedAt(NOW - 1)).isSameAs(blank);
        assertThat(blank.accessedAt(NOW + 1).accessedMillis()).isEqualTo(NOW + 1);
    }

    @Test
    void without_someChanges_keepsEverythingElse() {
        SessionChanges all =
                after(blank, timeout(0, 9, set("a", "1"), set("b", "1"))).changesSince(0);

        SessionChanges fewer = all.without(List.of(set("a", "2")));

        assertThat(texts(fewer.attributes())).isEqualTo(Map.of("b", "1"));
        assertThat(fewer.version()).isEqualTo(all.version());
        assertThat(fewer.complete()).isEqualTo(all.complete());
        assertThat(fewer.maxInactiveSeconds()).isEqualTo(9);
    }

    /** A node that takes over what it is told, now and then, always ends with what the record has. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void changesSince_anyVersionThatANodeHas_bringItUpToDate(long seed) {
        Random random = new Random(seed);
        SessionRecord stored = blank;
        List<Reader> readers = new ArrayList<>(List.of(new Reader(), new Reader(), new Reader()));
        for (int i = 0; i < 300; i++) {
            stored = after(
                    stored,
                    delta(stored.version(), NOW + i, RandomChanges.next(random).toArray(AttributeChange[]::new)));
            Reader reader = readers.get(random.nextInt(readers.size()));
            if (random.nextInt(8) == 0) {
                reader.learn(stored.changesSince(reader.version));
                assertThat(reader.texts).isEqualTo(texts(stored.attributes().withoutTombstones()));
            }
        }
    }

    private static SessionRecord after(SessionRecord before, SessionDelta delta) {
        return before.with(delta, before.versionAfter(delta));
    }

    private static final class Reader {

        private final Map<String, String> texts = new TreeMap<>();
        private long version;

        void learn(SessionChanges news) {
            if (news.complete()) {
                texts.clear();
            }
            texts.putAll(texts(news.attributes()));
            texts.values().removeIf(SessionSamples.TOMBSTONE::equals);
            version = news.version();
        }
    }
}
