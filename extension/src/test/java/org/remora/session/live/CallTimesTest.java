package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.session.InParallel;

/** How long calls took, and what is said of it. */
class CallTimesTest {

    private static final long HALF_A_MINUTE_MICROS = 30_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private final CallClock clock = new CallClock(nanos::get);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 8, 9, 15, 16, 17, 100, 999, 1_000, 123_456, 2_000_000, HALF_A_MINUTE_MICROS})
    void atMostMicros_oneCall_isItsTimeWithinAnEighth(long micros) {
        took(micros);

        assertThat(clock.times().atMostMicros(1)).isBetween(micros, micros + micros / 8);
    }

    @Test
    void ranges_allTimes_followEachOtherWithoutAGap() {
        assertThat(IntStream.range(1, CallTimes.RANGES)).allSatisfy(range -> {
            long first = CallTimes.longestOf(range - 1) + 1;
            assertThat(CallTimes.rangeOf(first)).isEqualTo(range);
            assertThat(CallTimes.rangeOf(CallTimes.longestOf(range))).isEqualTo(range);
        });
        assertThat(CallTimes.rangeOf(Long.MAX_VALUE)).isEqualTo(CallTimes.RANGES - 1);
    }

    @Test
    void atMostMicros_manyCalls_aShareOfThemTookNoLonger() {
        LongStream.rangeClosed(1, 1_000).forEach(this::took);

        assertThat(clock.times().calls()).isEqualTo(1_000);
        assertThat(clock.times().atMostMicros(0.5)).isBetween(500L, 563L);
        assertThat(clock.times().atMostMicros(0.99)).isBetween(990L, 1_114L);
    }

    @Test
    void atMostMicros_noCalls_isZero() {
        assertThat(CallTimes.NONE.atMostMicros(0.5)).isZero();
    }

    @Test
    void plus_timesOfTwoNodes_areTogetherAsIfOneNodeHadMadeAllCalls() {
        took(10);
        CallTimes here = clock.times();
        took(20);
        CallTimes both = clock.times();
        CallClock other = new CallClock(nanos::get);
        Object unused = other.measured(() -> nanos.addAndGet(20_000));

        assertThat(here.plus(other.times())).isEqualTo(both);
    }

    @Test
    void measured_manyThreads_noneIsMissed() {
        Runnable calls = () -> IntStream.range(0, 10_000).forEach(each -> {
            Object unused = clock.measured(() -> "");
        });

        InParallel.run(calls, calls, calls, calls);

        assertThat(clock.times().calls()).isEqualTo(40_000);
    }

    @Test
    void measured_callThatFails_isMeasuredToo() {
        assertThat(catchThrowable(() -> clock.measured(() -> {
                    nanos.addAndGet(50_000);
                    throw new IllegalStateException("as the test wants");
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(clock.times().atMostMicros(1)).isBetween(50L, 57L);
    }

    private void took(long micros) {
        Object unused = clock.measured(() -> nanos.addAndGet(micros * 1_000));
    }
}
