package org.remora.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private static final long NOW = 1_700_000_000_000L;

    private final ClockWatch watch = new ClockWatch();

    @Test
    void note_withinASecond_nothing() {
        assertThat(watch.note("a", NOW, NOW + 1000, NOW)).isEmpty();
        assertThat(watch.note("b", NOW, NOW - 1000, NOW)).isEmpty();
    }

    @Test
    void note_fartherApart_saysByHowMuchAndWhichWay() {
        assertThat(watch.note("a", NOW, NOW + 1001, NOW)).contains(Duration.ofMillis(1001));
        assertThat(watch.note("b", NOW, NOW - 5000, NOW)).contains(Duration.ofSeconds(-5));
    }

    @Test
    void note_answerThatWasLongUnderWay_isNotBlamedOnTheClock() {
        assertThat(watch.note("a", NOW, NOW + 20_000, NOW + 20_000)).isEmpty();
        assertThat(watch.note("a", NOW, NOW, NOW + 20_000)).isEmpty();
        assertThat(watch.note("a", NOW, NOW + 21_001, NOW + 20_000)).contains(Duration.ofMillis(1001));
    }

    @Test
    void note_again_onceUntilTheClockWasRight() {
        assertThat(watch.note("a", NOW, NOW + 2000, NOW)).isPresent();
        assertThat(watch.note("a", NOW, NOW + 3000, NOW)).isEmpty();
        assertThat(watch.note("a", NOW, NOW, NOW)).isEmpty();
        assertThat(watch.note("a", NOW, NOW + 2000, NOW)).isPresent();
    }

    @Test
    void keepOnly_nodeThatCameBack_isReportedAgain() {
        assertThat(watch.note("a", NOW, NOW + 2000, NOW)).isPresent();
        watch.keepOnly(Set.of("b"));

        assertThat(watch.note("a", NOW, NOW + 2000, NOW)).isPresent();
    }
}
