package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HybridTimeTest {

    @Test
    void after_laterClock_theClockAboveACounterOfZero() {
        assertThat(HybridTime.after(0, NOW)).isEqualTo(NOW << 16);
        assertThat(HybridTime.after(NOW << 16, NOW + 1)).isEqualTo((NOW + 1) << 16);
    }

    @Test
    void after_sameMillisecond_counts() {
        long first = HybridTime.after(0, NOW);

        assertThat(HybridTime.after(first, NOW)).isEqualTo(first + 1);
        assertThat(HybridTime.after(first + 1, NOW)).isEqualTo(first + 2);
    }

    @Test
    void after_clockThatWentBack_counts() {
        long first = HybridTime.after(0, NOW);

        assertThat(HybridTime.after(first, NOW - 3_600_000)).isEqualTo(first + 1);
    }

    @Test
    void after_moreInAMillisecondThanTheCounterHolds_runsAheadOfTheClock() {
        long last = (NOW << 16) + 0xFFFF;

        assertThat(HybridTime.after(last, NOW)).isEqualTo((NOW + 1) << 16);
    }

    @Test
    void after_anyClock_isLater() {
        Random random = new Random(5);
        long version = 0;
        for (int i = 0; i < 10_000; i++) {
            long next = HybridTime.after(version, NOW + random.nextInt(2000) - 1000);
            assertThat(next).isGreaterThan(version);
            version = next;
        }
    }
}
