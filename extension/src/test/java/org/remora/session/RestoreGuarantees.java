package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.TOMBSTONE;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;

import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Sessions that were lost with the nodes that had them, and are put back by nodes that know them. */
interface RestoreGuarantees extends StoreUnderTest {

    /** One attribute as a node knows it. */
    record Row(String name, String text, long version) {}

    @Test
    default void restore_lost_thereAsKnown() {
        SessionId id = SessionId.random();
        SessionRecord known = known(id, 20, new Row("cart", "fish", 20), new Row("user", "ada", 10));

        assertThat(store(0).restore(key(id), known)).isEqualTo(new RestoreResult.PutBack(20));

        assertThat(texts(found(1, id, 0).attributes())).isEqualTo(Map.of("user", "ada", "cart", "fish"));
        assertThat(described(stored(id).accessedAt(NOW))).isEqualTo(described(known.accessedAt(NOW)));
        assertThat(found(0, id, 20).complete()).isFalse();
    }

    @Test
    default void restore_byNodesThatKnowDifferentThings_hasTheLatestOfEach() {
        SessionId id = SessionId.random();
        store(0).restore(key(id), known(id, 20, new Row("cart", "fish", 10), new Row("user", "ada", 20)));

        SessionChanges news = present(
                store(1).restore(key(id), known(id, 30, new Row("cart", "shark", 30), new Row("user", "ada", 20))));

        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("user", "ada", "cart", "shark"));
        assertThat(news.version()).isEqualTo(stored(id).version());
        assertThat(texts(found(0, id, 20).attributes())).containsEntry("cart", "shark");
    }

    @Test
    default void restore_olderThanWhatIsThere_changesNothingAndTellsTheNews() {
        SessionId id = SessionId.random();
        store(0).restore(key(id), known(id, 30, new Row("cart", "shark", 30), new Row("user", "ada", 10)));
        String before = described(stored(id));

        SessionChanges news = present(store(1).restore(key(id), known(id, 10, new Row("user", "ada", 10))));

        assertThat(described(stored(id))).isEqualTo(before);
        assertThat(texts(news.attributes())).containsEntry("cart", "shark");
    }

    @Test
    default void restore_attributeThatOneHasSeenRemoved_staysRemoved() {
        SessionId id = SessionId.random();
        store(0).restore(key(id), known(id, 10, new Row("cart", "fish", 10), new Row("old", "x", 5)));

        store(1).restore(key(id), known(id, 20, new Row("cart", "fish", 10)));
        store(0).restore(key(id), known(id, 10, new Row("cart", "fish", 10), new Row("old", "x", 5)));

        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("cart", "fish"));
        assertThat(texts(found(0, id, 10).attributes())).isEqualTo(Map.of("cart", "fish"));
        assertThat(found(0, id, 10).complete()).isTrue();
    }

    @Test
    default void restore_changedSinceItWasPutBack_theLaterWritesStay() {
        SessionId id = SessionId.random();
        store(0).restore(key(id), known(id, 10, new Row("cart", "fish", 10), new Row("gone", "x", 5)));
        committed(0, id, delta(10, set("cart", "eel"), new AttributeChange.Removed("gone"), set("new", "1")));

        store(1).restore(key(id), known(id, 20, new Row("cart", "shark", 20), new Row("gone", "x", 5)));

        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("cart", "eel", "gone", TOMBSTONE, "new", "1"));
    }

    @Test
    default void restore_otherId_theOneThatWasSeenLaterOpens() {
        SessionId id = SessionId.random();
        SessionId newId = id.renewed();
        store(0).restore(key(id), known(id, 10));

        store(1).restore(key(id), withId(known(id, 20), newId, 20));

        assertThat(looked(0, id, 0, NOW)).isEqualTo(new Absent());
        assertThat(looked(0, newId, 0, NOW)).isInstanceOf(LookResult.Found.class);
    }

    @Test
    default void restore_ended_absentAndDoesNotComeBack() {
        SessionId id = SessionId.random();
        created(id, set("user", "ada"));
        taken(0, id, 0);

        assertThat(store(1).restore(key(id), known(id, Long.MAX_VALUE, new Row("user", "ada", 10))))
                .isEqualTo(new Absent());

        assertThat(isGone(id)).isTrue();
    }

    @Test
    default void restore_theMemoryOfAnEnd_nobodyBringsTheSessionBack() {
        SessionId id = SessionId.random();
        SessionRecord known = known(id, 10, new Row("user", "ada", 10));
        SessionRecord end = known.tombstone(NOW, known.versionAfter(NOW));

        store(0).restore(key(id), end);

        assertThat(store(1).restore(key(id), known)).isEqualTo(new Absent());
        assertThat(isGone(id)).isTrue();
    }

    @Test
    default void restore_theMemoryOfAnEndAfterTheSession_endsIt() {
        SessionId id = SessionId.random();
        SessionRecord known = known(id, Long.MAX_VALUE - 10, new Row("user", "ada", 10));
        store(1).restore(key(id), known);

        store(0).restore(key(id), known(id, 10).tombstone(NOW, 11));

        assertThat(isGone(id)).isTrue();
        assertThat(looked(1, id, 0, NOW)).isEqualTo(new Absent());
    }

    private static SessionRecord known(SessionId id, long version, Row... rows) {
        return new SessionRecord(
                APPLICATION,
                IdHash.of(id),
                NOW,
                NOW,
                1800,
                0,
                version,
                0,
                0,
                AttributeTable.ofRows(
                        Arrays.stream(rows).map(Row::name).toArray(String[]::new),
                        Arrays.stream(rows)
                                .map(row -> ((AttributeChange.Written) set(row.name, row.text)).bytes())
                                .toArray(byte[][]::new),
                        Arrays.stream(rows).mapToLong(Row::version).toArray(),
                        version));
    }

    private static SessionRecord withId(SessionRecord known, SessionId id, long idVersion) {
        return new SessionRecord(
                known.application(),
                IdHash.of(id),
                known.createdMillis(),
                known.accessedMillis(),
                known.maxInactiveSeconds(),
                known.maxLifetimeSeconds(),
                known.version(),
                idVersion,
                known.timeoutVersion(),
                known.attributes());
    }

    private static SessionChanges present(RestoreResult result) {
        return assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(RestoreResult.Present.class))
                .actual()
                .news();
    }
}
