package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;
import static org.remora.session.SessionSamples.timeout;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.session.RemoveResult;
import org.remora.session.SessionChanges;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;
import org.remora.session.UntoldEnd;

/** What becomes of an ended session whose taker says nothing. */
@Timeout(120)
class UntoldEndsTest {

    private static final int TOUR_OF_SLICES = 21;
    private static final long TAKEN_MILLIS = NOW + 1_000_000;
    private static final long SOON_MILLIS = TAKEN_MILLIS + 1000;
    private static final long LATER_MILLIS = TAKEN_MILLIS + OverdueSessions.GRACE.toMillis() + 1;

    private final RecordedEnds owner = new RecordedEnds();
    private final RecordedEnds taker = new RecordedEnds();

    @Test
    void sweepSlice_takerIsThere_itAloneIsRemindedAfterSomeTime() {
        try (StoreCluster cluster = StoreCluster.ofTwo(2)) {
            SessionId id = cluster.idOn(0, 1);
            NodeApplications.of(cluster.member(0)).started(APPLICATION, owner);
            NodeApplications.of(cluster.member(1)).started(APPLICATION, taker);
            stored(cluster.store(0), id);
            taken(cluster.store(1), id);

            tourOf(cluster, 0, SOON_MILLIS);
            assertThat(taker.keys()).isEmpty();
            tourOf(cluster, 0, LATER_MILLIS);

            await().untilAsserted(() -> assertThat(taker.keys()).containsExactly(key(id)));
            assertThat(owner.keys()).isEmpty();
            assertThat(takerOf(cluster, key(id))).isEqualTo(cluster.store(1).taker());
        }
    }

    @Test
    void sweepSlice_takerDoesNotRunTheApplicationAnyMore_anotherTells() {
        try (StoreCluster cluster = StoreCluster.ofTwo(2)) {
            SessionId id = cluster.idOn(0, 1);
            NodeApplications.of(cluster.member(0)).started(APPLICATION, owner);
            stored(cluster.store(0), id);
            taken(cluster.store(1), id);

            tourOf(cluster, 0, LATER_MILLIS);
            await().until(() -> takerOf(cluster, key(id)) == UntoldEnd.NOBODY);
            tourOf(cluster, 0, LATER_MILLIS);

            assertThat(owner.keys()).containsExactly(key(id));
            assertThat(texts(taken(cluster.store(0), id).attributes())).isEqualTo(Map.of("user", "ada"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void kill_takerBeforeItHasTold_anotherTellsWithAllAttributes(boolean overdue) {
        try (StoreCluster cluster = StoreCluster.ofTwo(3)) {
            cluster.startNode();
            SessionId id = cluster.idOn(0, 1);
            NodeApplications.of(cluster.member(0)).started(APPLICATION, owner);
            stored(cluster.store(0), id);
            Object unused = overdue ? taken(cluster.store(2), id) : invalidated(cluster.store(2), id);

            cluster.kill(2);

            await().untilAsserted(() -> {
                tourOf(cluster, 0, SOON_MILLIS);
                assertThat(owner.keys()).contains(key(id));
            });
            SessionChanges last = taken(cluster.store(0), id);
            assertThat(texts(last.attributes())).isEqualTo(Map.of("user", "ada"));
            told(cluster.store(0), id);
            assertThat(Stream.of(0, 1).map(member -> cluster.records(member).get(key(id))))
                    .allSatisfy(left -> {
                        assertThat(left.isEmpty()).isEqualTo(overdue);
                        assertThat(left.flatMap(UntoldEnd::in)).isEmpty();
                    });
        }
    }

    /** The backup knows who is to tell, and does not give the session to anybody else. */
    @Test
    void kill_ownerBeforeTheTakerHasTold_theTakerAloneGetsItAgain() {
        try (StoreCluster cluster = StoreCluster.ofTwo(3)) {
            cluster.startNode();
            SessionId id = cluster.idOn(1, 0);
            stored(cluster.store(0), id);
            taken(cluster.store(2), id);

            cluster.kill(1);

            assertThat(cluster.store(0).remove(key(id), take(cluster.store(0)))).isNotInstanceOf(Unavailable.class);
            assertThat(takerOf(cluster, key(id))).isEqualTo(cluster.store(2).taker());
            assertThat(texts(taken(cluster.store(2), id).attributes())).isEqualTo(Map.of("user", "ada"));
        }
    }

    /** The owner has acted on the question, and the answer never comes. */
    @Test
    void remove_backupIsFrozen_askedAgainTheSameAnswer() {
        try (StoreCluster cluster = StoreCluster.ofTwo(2)) {
            SessionId id = cluster.idOn(0, 1);
            SessionStore impatient = cluster.store(0, Duration.ofMillis(500));
            stored(cluster.store(0), id);

            FrozenMember.during(
                    cluster.member(1),
                    () -> assertThat(impatient.remove(key(id), take(impatient))).isInstanceOf(Unavailable.class));

            assertThat(texts(taken(cluster.store(0), id).attributes())).isEqualTo(Map.of("user", "ada"));
            told(cluster.store(0), id);
            assertThat(cluster.peek(key(id))).isEmpty();
        }
    }

    private static void stored(SessionStore store, SessionId id) {
        Object unused = store.create(key(id), blank(id), timeout(0, 60, set("user", "ada")));
    }

    private static SessionChanges taken(SessionStore store, SessionId id) {
        return ((RemoveResult.Removed) store.remove(key(id), take(store))).last();
    }

    private static SessionChanges invalidated(SessionStore store, SessionId id) {
        SessionTake anyway = SessionTake.anyway(0, NOW + 1000, false).by(store.taker());
        return ((RemoveResult.Removed) store.remove(key(id), anyway)).last();
    }

    private static SessionTake take(SessionStore store) {
        return SessionTake.overdue(0, TAKEN_MILLIS, 0, TAKEN_MILLIS).by(store.taker());
    }

    private static void told(SessionStore store, SessionId id) {
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        store.told(key(id), store.taker(), heard::complete);
        assertThat(heard).succeedsWithin(StoreCluster.PATIENCE).isEqualTo(true);
    }

    private static long takerOf(StoreCluster cluster, SessionKey key) {
        return cluster.records(0)
                .get(key)
                .flatMap(UntoldEnd::in)
                .map(UntoldEnd::taker)
                .orElse(-1L);
    }

    private static void tourOf(StoreCluster cluster, int node, long millis) {
        OverdueSessions sessions =
                new OverdueSessions(cluster.member(node), () -> Instant.ofEpochMilli(millis), 0, Duration.ofHours(1));
        IntStream.range(0, TOUR_OF_SLICES).forEach(slice -> sessions.sweepSlice());
    }
}
