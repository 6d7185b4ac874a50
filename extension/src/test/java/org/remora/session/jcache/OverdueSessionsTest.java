package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.timeout;

import com.hazelcast.cluster.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionTake;

/** The owners find the sessions whose time is over, and have them ended where their application runs. */
@Timeout(60)
@ExtendWith(TwoNodes.class)
class OverdueSessionsTest {

    private static final int TOUR_OF_SLICES = 21;
    private static final long GRACE_MILLIS = OverdueSessions.GRACE.toMillis();
    private static final long LONG_AFTER_MILLIS = 1_000_000;

    private final StoreCluster cluster;
    private final AtomicLong clock = new AtomicLong();
    private final Map<String, OverdueSessions> searches = new HashMap<>();
    private final RecordedEnds first = new RecordedEnds();
    private final RecordedEnds second = new RecordedEnds();

    OverdueSessionsTest(StoreCluster cluster) {
        this.cluster = cluster;
    }

    @AfterEach
    void stopApplications() {
        NodeApplications.of(cluster.member(0)).stopped(APPLICATION, first);
        NodeApplications.of(cluster.member(1)).stopped(APPLICATION, second);
    }

    private void start(int node, RecordedEnds sessions) {
        NodeApplications.of(cluster.member(node)).started(APPLICATION, sessions);
    }

    @Test
    void sweepSlice_applicationOnOneNode_thatNodeEndsWhatIsOverAndNothingElse() {
        start(0, first);
        List<SessionKey> overdue = stored(60);
        List<SessionKey> justOver = stored(61);
        List<SessionKey> never = stored(0);

        tourAt(NOW + 60_000 + GRACE_MILLIS + 1, 0);

        await().untilAsserted(() -> assertThat(first.keys()).containsAll(overdue));
        assertThat(first.keys()).doesNotContainAnyElementsOf(justOver).doesNotContainAnyElementsOf(never);
    }

    @Test
    void sweepSlice_applicationOnBothNodes_eachEndsWhatItOwns() {
        start(0, first);
        start(1, second);
        List<SessionKey> overdue = stored(60);

        tourAt(NOW + LONG_AFTER_MILLIS, 0);

        assertThat(overdue)
                .allSatisfy(key -> assertThat((cluster.records(0).owns(key) ? first : second).keys())
                        .contains(key));
        assertThat(first.keys()).doesNotContainAnyElementsOf(second.keys());
    }

    @Test
    void sweepSlice_nodeHasEnoughToDo_asksAgainWithTheNextTour() {
        start(0, first);
        start(1, second);
        List<SessionKey> overdue = stored(60);
        first.refuse(true);
        second.refuse(true);
        tourAt(NOW + LONG_AFTER_MILLIS, 0);
        assertThat(first.keys()).isEmpty();

        first.refuse(false);
        second.refuse(false);
        tourAt(NOW + LONG_AFTER_MILLIS, 0);

        assertThat(Stream.concat(first.keys().stream(), second.keys().stream())).containsAll(overdue);
    }

    @Test
    void sweepSlice_maxIdle_endsAlsoWhatNeverTimesOut() {
        start(0, first);
        start(1, second);
        List<SessionKey> never = stored(0);

        tourAt(NOW + 3_600_000 + GRACE_MILLIS + 1, 3600);

        assertThat(Stream.concat(first.keys().stream(), second.keys().stream())).containsAll(never);
    }

    @Test
    void sweepSlice_longestLifetime_endsAlsoWhatIsUsed() {
        start(0, first);
        start(1, second);
        SessionId id = SessionId.random();
        cluster.store(0).create(key(id), blank(id).livingAtMost(100), timeout(0, 0));

        tourAt(NOW + 100_000 + GRACE_MILLIS + 1, 0);

        assertThat(Stream.concat(first.keys().stream(), second.keys().stream())).contains(key(id));
    }

    /** An application that is being deployed anew is away for a while. */
    @Test
    void sweepSlice_noNodeRunsTheApplication_sessionsAreDroppedLater() {
        List<SessionKey> overdue = stored(60);

        tourAt(NOW + 60_000 + GRACE_MILLIS + 1, 0);
        tourAt(NOW + 60_000 + GRACE_MILLIS + 300_000, 0);
        assertThat(overdue).allSatisfy(key -> assertThat(cluster.peek(key)).isPresent());

        await().untilAsserted(() -> {
            tourAt(NOW + 60_000 + GRACE_MILLIS + 600_000 + 1, 0);
            assertThat(overdue).allSatisfy(key -> assertThat(isGone(key)).isTrue());
        });
    }

    @Test
    void sweepSlice_tombstone_goesWithoutANode() {
        start(0, first);
        SessionKey ended = stored(60).get(0);
        cluster.store(1).remove(ended, SessionTake.anyway(0, NOW, false));
        assertThat(cluster.peek(ended)).isPresent();

        tourAt(NOW + LONG_AFTER_MILLIS, 0);

        await().untilAsserted(() -> assertThat(isGone(ended)).isTrue());
        assertThat(first.keys()).doesNotContain(ended);
    }

    /** The other half of a split cluster may bring the session back. */
    @Test
    void sweepSlice_tombstoneWhileAMemberIsLost_staysAsLongAsEndsAreRemembered() {
        SessionKey ended = stored(60).get(0);
        cluster.store(1).remove(ended, SessionTake.anyway(0, NOW, false));
        Address gone = Address.createUnresolvedAddress("192.0.2.1", 5701);
        lostOnBoth(members -> members.lost(gone, NOW + LONG_AFTER_MILLIS - 1));

        tourAt(NOW + LONG_AFTER_MILLIS, 0);
        assertThat(cluster.peek(ended)).isPresent();

        tourAt(NOW + 3_600_000, 0);
        assertThat(cluster.peek(ended)).isPresent();

        lostOnBoth(members -> members.back(gone));
        tourAt(NOW + LONG_AFTER_MILLIS, 0);
        await().untilAsserted(() -> assertThat(isGone(ended)).isTrue());
    }

    @Test
    void sweepSlice_tombstoneOlderThanEndsAreRemembered_goes() {
        SessionKey ended = stored(60).get(0);
        cluster.store(1).remove(ended, SessionTake.anyway(0, NOW, false));
        Address gone = Address.createUnresolvedAddress("192.0.2.1", 5701);
        lostOnBoth(members -> members.lost(gone, NOW + 3_600_000));

        tourAt(NOW + 3_600_001, 0);

        await().untilAsserted(() -> assertThat(isGone(ended)).isTrue());
        lostOnBoth(members -> members.back(gone));
    }

    private void lostOnBoth(Consumer<LostMembers> change) {
        change.accept(Merges.of(cluster.member(0)).lost());
        change.accept(Merges.of(cluster.member(1)).lost());
    }

    private boolean isGone(SessionKey key) {
        return cluster.owned(key).isEmpty() && cluster.backedUp(key).isEmpty();
    }

    private List<SessionKey> stored(int timeoutSeconds) {
        return Stream.generate(SessionId::random)
                .limit(30)
                .peek(id -> cluster.store(0).create(key(id), blank(id), timeout(0, timeoutSeconds)))
                .map(id -> key(id))
                .toList();
    }

    private void tourAt(long millis, int maxIdleSeconds) {
        tourOf(0, millis, maxIdleSeconds);
        tourOf(1, millis, maxIdleSeconds);
    }

    private void tourOf(int node, long millis, int maxIdleSeconds) {
        clock.set(millis);
        OverdueSessions sessions = searches.computeIfAbsent(
                node + "/" + maxIdleSeconds,
                name -> new OverdueSessions(
                        cluster.member(node),
                        () -> Instant.ofEpochMilli(clock.get()),
                        maxIdleSeconds,
                        Duration.ofHours(1)));
        IntStream.range(0, TOUR_OF_SLICES).forEach(slice -> sessions.sweepSlice());
    }
}
