package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.timeout;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.remora.session.Absent;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;

/** Sessions that nobody uses any more leave the grid. */
@Timeout(60)
@ExtendWith(TwoNodes.class)
class OverdueSessionsTest {

    private static final int MORE_THAN_A_TOUR = 100;
    private static final long GRACE_MILLIS = 60_000;

    private final StoreCluster cluster;

    OverdueSessionsTest(StoreCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void sweepSlice_aTourOnBothNodes_removesWhatIsLongOverFromOwnersAndBackups() {
        List<SessionKey> overdue = stored(60);
        List<SessionKey> justOver = stored(61);
        List<SessionKey> never = stored(0);

        tourAt(NOW + 60_000 + GRACE_MILLIS + 1);

        assertThat(overdue)
                .allSatisfy(key -> await().untilAsserted(() -> {
                    assertThat(cluster.owned(key)).isEmpty();
                    assertThat(cluster.backedUp(key)).isEmpty();
                }));
        assertThat(justOver).allSatisfy(key -> assertThat(cluster.peek(key)).isPresent());
        assertThat(never).allSatisfy(key -> assertThat(cluster.peek(key)).isPresent());
    }

    @Test
    void sweepSlice_onOneNode_removesWhatThatNodeOwns() {
        List<SessionKey> overdue = stored(60);

        tourOf(0, NOW + 1_000_000);

        assertThat(overdue).allSatisfy(key -> {
            if (cluster.records(0).owns(key)) {
                await().untilAsserted(() -> assertThat(cluster.backedUp(key)).isEmpty());
            } else {
                assertThat(cluster.peek(key)).isPresent();
            }
        });
    }

    @Test
    void commit_sweptSession_absent() {
        SessionKey key = stored(60).get(0);
        tourAt(NOW + 1_000_000);
        await().until(() -> cluster.owned(key).isEmpty());

        assertThat(cluster.store(0).commit(key, delta(0))).isEqualTo(new Absent());
    }

    private List<SessionKey> stored(int timeoutSeconds) {
        return Stream.generate(SessionId::random)
                .limit(30)
                .peek(id -> cluster.store(0).create(key(id), blank(id), timeout(0, timeoutSeconds)))
                .map(id -> key(id))
                .toList();
    }

    private void tourAt(long millis) {
        tourOf(0, millis);
        tourOf(1, millis);
    }

    private void tourOf(int node, long millis) {
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(millis));
        OverdueSessions sessions = new OverdueSessions(cluster.member(node), clock);
        IntStream.range(0, MORE_THAN_A_TOUR).forEach(slice -> sessions.sweepSlice());
    }
}
