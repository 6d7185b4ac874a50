package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.config.OutagePolicy;
import org.remora.session.InMemorySessionStore;
import org.remora.session.Patience;
import org.remora.session.SessionId;

/** No request waits for another one's commit longer than it may wait for the grid. */
@Timeout(60)
class PatienceTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode local = new TestNode(grid, TestSettings.onOutage(OutagePolicy.LOCAL), clock);
    private final TestNode strict = new TestNode(grid, TestSettings.onOutage(OutagePolicy.FAIL), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    @Test
    void commit_anotherOfTheSessionIsUnanswered_isSuspendedAndSentByTheRetry() {
        SessionId id = local.stored("a", 1);
        whileACommitIsUnderWay(local, id, () -> {
            Visit visit = local.sticky(id).set("b", 2);

            assertThat(visit.commit(Patience.of(SHORT))).isEqualTo(CommitOutcome.SUSPENDED);
            assertThat(local.live().gauges().suspendedSessions()).isEqualTo(1);
        });

        local.live().upkeep().retrySuspended();

        assertThat(local.live().gauges().suspendedSessions()).isZero();
        assertThat(other.foreign(id).get("b")).isEqualTo(2);
    }

    @Test
    void retry_aCommitOfTheSessionIsUnderWay_doesNotWaitForIt() {
        SessionId id = local.stored("a", 1);
        whileACommitIsUnderWay(local, id, () -> {
            local.sticky(id).set("b", 2).commit(Patience.of(SHORT));

            local.live().upkeep().retrySuspended();

            assertThat(local.live().gauges().suspendedSessions()).isEqualTo(1);
        });
    }

    @Test
    void find_aCommitOfTheSessionIsUnanswered_servedFromTheCopyOrUnanswered() {
        SessionId id = local.stored("a", 1);
        whileACommitIsUnderWay(
                local,
                id,
                () -> assertThat(local.live().find(id, false, true, Patience.of(SHORT)))
                        .isInstanceOf(Resolution.Present.class));
        SessionId refused = strict.stored("a", 1);
        whileACommitIsUnderWay(
                strict,
                refused,
                () -> assertThat(strict.live().find(refused, false, true, Patience.of(SHORT)))
                        .isEqualTo(new Resolution.Unanswered()));
    }

    @Test
    void patience_spent_nothingIsLeftAndNeverLess() {
        Patience patience = Patience.of(Duration.ofSeconds(2));

        patience.spend(1_500_000_000L);
        assertThat(patience.leftNanos()).isEqualTo(500_000_000L);
        patience.spend(1_500_000_000L);
        assertThat(patience.leftNanos()).isZero();
    }

    private static void whileACommitIsUnderWay(TestNode node, SessionId id, Runnable something) {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Visit slow = node.sticky(id).set("slow", 1);
        node.store().beforeNextQuestion(() -> {
            underWay.countDown();
            await(answered);
        });
        CompletableFuture<Void> commit = CompletableFuture.runAsync(slow::safe);
        try {
            await(underWay);
            something.run();
        } finally {
            answered.countDown();
            commit.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a commit is under way", e);
        }
    }
}
