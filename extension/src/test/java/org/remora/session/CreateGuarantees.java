package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;
import static org.remora.session.SessionSamples.timeout;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link SessionStore#create} promises. */
interface CreateGuarantees extends StoreUnderTest {

    @Test
    default void create_newKey_storesTheFirstContent() {
        SessionId id = SessionId.random();

        long version = created(0, id, timeout(0, 1800, set("user", "ada"), set("cart", "fish")));

        SessionRecord stored = stored(id);
        assertThat(stored.application()).isEqualTo(APPLICATION);
        assertThat(stored.id()).isEqualTo(IdHash.of(id));
        assertThat(stored.createdMillis()).isEqualTo(NOW);
        assertThat(stored.accessedMillis()).isEqualTo(NOW);
        assertThat(stored.maxInactiveSeconds()).isEqualTo(1800);
        assertThat(stored.version()).isEqualTo(version).isPositive();
        assertThat(texts(stored.attributes())).isEqualTo(Map.of("user", "ada", "cart", "fish"));
    }

    @Test
    default void create_acknowledged_seenByTheOtherNode() {
        SessionId id = SessionId.random();

        created(id, set("user", "ada"));

        assertThat(texts(found(1, id, 0).attributes())).isEqualTo(Map.of("user", "ada"));
    }

    @Test
    default void create_sameIdAgain_leavesTheSameContentAtALaterVersion() {
        SessionId id = SessionId.random();
        long first = created(id, set("user", "ada"));

        long second = created(id, set("user", "ada"));

        assertThat(second).isGreaterThan(first);
        assertThat(stored(id).version()).isEqualTo(second);
        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("user", "ada"));
    }

    @Test
    default void create_sameIdAgainAfterOthersWrote_keepsWhatOthersWrote() {
        SessionId id = SessionId.random();
        long first = created(id, set("user", "ada"));
        committed(1, id, first, set("cart", "fish"));

        created(id, set("user", "ada"));

        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("user", "ada", "cart", "fish"));
    }

    @Test
    default void create_keyOfAnotherId_takenAndTheRecordStaysAsItWas() {
        SessionId id = SessionId.random();
        created(id, set("user", "ada"));
        String before = described(stored(id));
        SessionId other = id.renewed();

        SessionRecord another = SessionRecord.blank(SessionSamples.APPLICATION, IdHash.of(other), NOW + 1);

        CreateResult result = store(1).create(key(other), another, delta(0, set("user", "eve")));

        assertThat(result).isEqualTo(new CreateResult.Taken());
        assertThat(described(stored(id))).isEqualTo(before);
    }
}
