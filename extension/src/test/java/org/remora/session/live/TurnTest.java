package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    private final Turn turn = new Turn();

    /** A request that comes between the first one's getting the lock and its looking at the clock does not give up. */
    @Test
    void enter_whileAnotherHasJustGotIn_waits() throws Exception {
        CountDownLatch gotIn = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        Thread first = new Thread(() -> {
            if (turn.enter(new Clocks(InstantSource.system(), lookedAtOnce(gotIn, goesOn)), PATIENCE_NANOS)) {
                turn.leave();
            }
        });
        first.start();
        assertThat(gotIn.await(20, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Boolean> second =
                CompletableFuture.supplyAsync(() -> turn.enter(Clocks.system(), PATIENCE_NANOS));
        assertThat(second).failsWithin(Duration.ofMillis(200));
        goesOn.countDown();

        assertThat(second).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
        first.join();
    }

    @Test
    void enter_whileAnotherHasHadItForLonger_givesUpAtOnce() throws Exception {
        TurnedClock clock = new TurnedClock();
        CompletableFuture.runAsync(() ->
                        assertThat(turn.enter(clock.clocks(), PATIENCE_NANOS)).isTrue())
                .get();
        clock.turn(Duration.ofSeconds(30));

        assertThat(turn.enter(clock.clocks(), PATIENCE_NANOS)).isFalse();
    }

    private static LongSupplier lookedAtOnce(CountDownLatch looked, CountDownLatch goesOn) {
        return () -> {
            looked.countDown();
            try {
                return goesOn.await(20, TimeUnit.SECONDS) ? System.nanoTime() : 0;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
