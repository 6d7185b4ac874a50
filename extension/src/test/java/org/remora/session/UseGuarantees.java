package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;
import static org.remora.session.SessionSamples.timeout;

import org.junit.jupiter.api.Test;

/** When a session was last used, and when it is over. */
interface UseGuarantees extends StoreUnderTest {

    @Test
    default void look_laterThanTheLastUse_answersTheUseBeforeAndNotesItsOwn() {
        SessionId id = SessionId.random();
        created(id);

        assertThat(found(0, id, 0, NOW + 1000).accessedMillis()).isEqualTo(NOW);
        assertThat(stored(id).accessedMillis()).isEqualTo(NOW + 1000);
        assertThat(found(1, id, 0, NOW + 2000).accessedMillis()).isEqualTo(NOW + 1000);
    }

    @Test
    default void look_byAClockThatIsLate_keepsTheLaterUse() {
        SessionId id = SessionId.random();
        created(id);
        found(0, id, 0, NOW + 1000);

        found(1, id, 0, NOW - 5000);

        assertThat(stored(id).accessedMillis()).isEqualTo(NOW + 1000);
    }

    @Test
    default void commit_laterThanTheLastUse_carriesItsOwn() {
        SessionId id = SessionId.random();
        long version = created(id);

        committed(1, id, delta(version, NOW + 3000, set("a", "1")));

        assertThat(stored(id).accessedMillis()).isEqualTo(NOW + 3000);
        assertThat(stored(id).createdMillis()).isEqualTo(NOW);
    }

    @Test
    default void commit_byAClockThatIsLate_keepsTheLaterUse() {
        SessionId id = SessionId.random();
        long version = created(id);
        found(0, id, 0, NOW + 1000);

        committed(1, id, delta(version, NOW - 5000, set("a", "1")));

        assertThat(stored(id).accessedMillis()).isEqualTo(NOW + 1000);
    }

    @Test
    default void look_timeoutJustReached_found() {
        SessionId id = SessionId.random();
        created(0, id, timeout(0, 60));

        assertThat(looked(1, id, 0, NOW + 60_000)).isInstanceOf(LookResult.Found.class);
    }

    @Test
    default void look_timeoutOver_absentAndNotAUse() {
        SessionId id = SessionId.random();
        created(0, id, timeout(0, 60));
        String before = described(stored(id));

        assertThat(looked(0, id, 0, NOW + 60_001)).isEqualTo(new Absent());
        assertThat(looked(1, id, stored(id).version(), NOW + 60_001)).isEqualTo(new Absent());

        assertThat(described(stored(id))).isEqualTo(before);
    }

    @Test
    default void look_usedOnTheOtherNodeMeanwhile_found() {
        SessionId id = SessionId.random();
        created(0, id, timeout(0, 60));
        found(1, id, 0, NOW + 50_000);

        assertThat(looked(0, id, 0, NOW + 100_000)).isInstanceOf(LookResult.Found.class);
    }

    @Test
    default void look_noTimeout_foundAfterAYear() {
        SessionId never = SessionId.random();
        created(0, never, timeout(0, 0));
        SessionId negative = SessionId.random();
        created(0, negative, timeout(0, -1));

        long inAYear = NOW + 31_536_000_000L;
        assertThat(looked(0, never, 0, inAYear)).isInstanceOf(LookResult.Found.class);
        assertThat(looked(0, negative, 0, inAYear)).isInstanceOf(LookResult.Found.class);
    }

    @Test
    default void commit_newTimeout_replacesTheOld() {
        SessionId id = SessionId.random();
        long version = created(0, id, timeout(0, 60, set("user", "ada")));

        version = committed(1, id, timeout(version, 120)).version();
        committed(0, id, version, set("page", "2"));

        assertThat(stored(id).maxInactiveSeconds()).isEqualTo(120);
        assertThat(found(0, id, 0).maxInactiveSeconds()).isEqualTo(120);
        assertThat(texts(stored(id).attributes())).containsOnlyKeys("user", "page");
    }
}
