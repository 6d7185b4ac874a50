package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.AttributeTable.MAX_TOMBSTONES;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.TOMBSTONE;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.names;
import static org.remora.session.SessionSamples.removeAll;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.setAll;
import static org.remora.session.SessionSamples.texts;
import static org.remora.session.SessionSamples.timeout;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link SessionStore#look} promises of the content; {@link UseGuarantees} has what it promises of times. */
interface LookGuarantees extends StoreUnderTest {

    @Test
    default void look_unknownKey_absent() {
        assertThat(looked(0, SessionId.random(), 0, NOW)).isEqualTo(new Absent());
    }

    @Test
    default void look_idThatIsNotTheSessions_absentAndNotAUse() {
        SessionId id = SessionId.random();
        created(id, set("user", "ada"));
        String before = described(stored(id));

        assertThat(looked(1, id.renewed(), 0, NOW + 1000)).isEqualTo(new Absent());

        assertThat(described(stored(id))).isEqualTo(before);
    }

    @Test
    default void look_sinceZero_everythingAndNoTombstones() {
        SessionId id = SessionId.random();
        long first = created(0, id, timeout(0, 60, set("user", "ada"), set("cart", "fish")));
        long second = committed(0, id, first, removed("cart")).version();

        SessionChanges all = found(1, id, 0);

        assertThat(all.complete()).isTrue();
        assertThat(all.version()).isEqualTo(second);
        assertThat(all.createdMillis()).isEqualTo(NOW);
        assertThat(all.maxInactiveSeconds()).isEqualTo(60);
        assertThat(texts(all.attributes())).isEqualTo(Map.of("user", "ada"));
    }

    @Test
    default void look_sincePresentVersion_noAttributes() {
        SessionId id = SessionId.random();
        long version = created(id, set("user", "ada"));

        SessionChanges news = found(1, id, version);

        assertThat(news.complete()).isFalse();
        assertThat(news.version()).isEqualTo(version);
        assertThat(texts(news.attributes())).isEmpty();
    }

    @Test
    default void look_sinceOlderVersion_onlyWhatWasWrittenOrRemovedAfterIt() {
        SessionId id = SessionId.random();
        long first = created(id, set("user", "ada"), set("cart", "fish"), set("old", "x"));
        long second = committed(0, id, first, set("cart", "crab")).version();
        committed(1, id, second, set("page", "3"), removed("old"));

        SessionChanges news = found(0, id, first);

        assertThat(news.complete()).isFalse();
        assertThat(texts(news.attributes())).isEqualTo(Map.of("cart", "crab", "page", "3", "old", TOMBSTONE));
        assertThat(texts(found(0, id, second).attributes())).isEqualTo(Map.of("page", "3", "old", TOMBSTONE));
    }

    @Test
    default void look_nameWrittenAgainAfterItsRemoval_hasItsValue() {
        SessionId id = SessionId.random();
        long first = created(id, set("cart", "fish"));
        long second = committed(0, id, first, removed("cart")).version();
        committed(0, id, second, set("cart", "crab"));

        assertThat(texts(found(1, id, first).attributes())).isEqualTo(Map.of("cart", "crab"));
        assertThat(texts(found(1, id, 0).attributes())).isEqualTo(Map.of("cart", "crab"));
    }

    @Test
    default void look_sinceBeforeARemovalThatIsForgotten_everything() {
        SessionId id = SessionId.random();
        List<String> removedNames = names("a", MAX_TOMBSTONES + 1);
        long first = created(id, setAll(removedNames, "x"));
        first = committed(0, id, first, set("user", "ada")).version();
        removedOneByOne(id, removedNames, first);

        SessionChanges news = found(1, id, first);

        assertThat(news.complete()).isTrue();
        assertThat(texts(news.attributes())).isEqualTo(Map.of("user", "ada"));
    }

    @Test
    default void look_sinceAfterTheForgottenRemovals_onlyTheDifference() {
        SessionId id = SessionId.random();
        List<String> removedNames = names("a", MAX_TOMBSTONES + 5);
        long first = created(id, setAll(removedNames, "x"));
        long second = removedOneByOne(id, removedNames.subList(0, 5), first);
        removedOneByOne(id, removedNames.subList(5, removedNames.size()), second);

        SessionChanges news = found(1, id, second);

        assertThat(news.complete()).isFalse();
        assertThat(texts(news.attributes()))
                .hasSize(MAX_TOMBSTONES)
                .containsOnlyKeys(removedNames.subList(5, removedNames.size()));
    }

    @Test
    default void look_sinceBeforeManyRemovalsInOneCommit_everything() {
        SessionId id = SessionId.random();
        List<String> removedNames = names("a", MAX_TOMBSTONES + 4);
        long first = created(id, setAll(removedNames, "x"));
        committed(0, id, first, removeAll(removedNames));

        SessionChanges news = found(1, id, first);

        assertThat(news.complete()).isTrue();
        assertThat(texts(news.attributes())).isEmpty();
    }

    @Test
    default void look_acknowledgedCommit_seenOnEitherNode() {
        SessionId id = SessionId.random();
        long version = created(id);

        for (int i = 0; i < 20; i++) {
            version = committed(i % 2, id, delta(version, set("n", "v" + i))).version();
            assertThat(texts(found((i + 1) % 2, id, 0).attributes())).isEqualTo(Map.of("n", "v" + i));
        }
    }

    @Test
    default void look_anyTime_makesNoVersion() {
        SessionId id = SessionId.random();
        long version = created(id, set("user", "ada"));

        found(0, id, 0, NOW + 500);
        found(1, id, version, NOW + 1000);

        assertThat(stored(id).version()).isEqualTo(version);
    }
}
