package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.TOMBSTONE;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.rename;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The end of a session, and the end of an id. */
interface EndGuarantees extends StoreUnderTest {

    @Test
    default void remove_present_removedForEveryNode() {
        SessionId id = SessionId.random();
        created(id, set("user", "ada"));

        assertThat(store(1).remove(key(id))).isEqualTo(new RemoveResult.Removed());

        assertThat(peek(key(id))).isEmpty();
        assertThat(looked(0, id, 0, NOW)).isEqualTo(new Absent());
        assertThat(looked(1, id, 0, NOW)).isEqualTo(new Absent());
    }

    @Test
    default void remove_unknownOrRemoved_absent() {
        SessionId id = SessionId.random();
        assertThat(store(0).remove(key(id))).isEqualTo(new Absent());
        created(id);
        store(0).remove(key(id));

        assertThat(store(1).remove(key(id))).isEqualTo(new Absent());
    }

    @Test
    default void commit_removed_absentAndDoesNotComeBack() {
        SessionId id = SessionId.random();
        long version = created(id, set("user", "ada"));
        store(0).remove(key(id));

        assertThat(store(1).commit(key(id), delta(version, set("a", "1")))).isEqualTo(new Absent());
        assertThat(store(0).commit(key(id), rename(version, id.renewed()))).isEqualTo(new Absent());

        assertThat(peek(key(id))).isEmpty();
    }

    @Test
    default void commit_newId_theOldFindsNothingAndTheNewEverything() {
        SessionId id = SessionId.random();
        long version = created(id, set("user", "guest"), set("cart", "fish"));
        SessionId newId = id.renewed();

        committed(0, id, rename(version, newId, set("user", "ada"), removed("cart")));

        assertThat(key(newId)).isEqualTo(key(id));
        assertThat(looked(0, id, 0, NOW)).isEqualTo(new Absent());
        assertThat(looked(1, id, version, NOW)).isEqualTo(new Absent());
        assertThat(texts(found(1, newId, 0).attributes())).isEqualTo(Map.of("user", "ada"));
        assertThat(texts(found(1, newId, version).attributes())).isEqualTo(Map.of("user", "ada", "cart", TOMBSTONE));
        assertThat(stored(newId).id()).isEqualTo(IdHash.of(newId));
        assertThat(stored(newId).createdMillis()).isEqualTo(NOW);
    }

    @Test
    default void commit_newIdTwice_onlyTheLastOpens() {
        SessionId id = SessionId.random();
        SessionId second = id.renewed();
        SessionId third = second.renewed();
        long version = created(id, set("user", "ada"));

        version = committed(0, id, rename(version, second)).version();
        committed(1, id, rename(version, third));

        assertThat(looked(0, id, 0, NOW)).isEqualTo(new Absent());
        assertThat(looked(0, second, 0, NOW)).isEqualTo(new Absent());
        assertThat(texts(found(0, third, 0).attributes())).isEqualTo(Map.of("user", "ada"));
    }
}
