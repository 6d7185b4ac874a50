package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {

    private static final long NOW = 1_700_000_000_000L;

    private final SilenceWatch watch = new SilenceWatch(9_000);

    @Test
    void isSilent_untilTheTimeout_isNot() {
        assertThat(watch.isSilent(NOW, NOW + 9_000)).isFalse();
        assertThat(watch.isSilent(NOW, NOW + 9_001)).isTrue();
    }

    @Test
    void isSilent_neverHeardOf_isNot() {
        assertThat(watch.isSilent(0, NOW)).isFalse();
    }

    @Test
    void isTrustedAt_beatsInTime_onceATimeoutIsOver() {
        assertThat(trustedWhileBeating(0, 8_750)).isFalse();
        assertThat(trustedWhileBeating(9_000, 60_000)).isTrue();
    }

    @Test
    void isTrustedAt_afterAPause_onlyATimeoutLater() {
        assertThat(trustedWhileBeating(0, 60_000)).isTrue();

        assertThat(trustedWhileBeating(64_600, 73_350)).isFalse();
        assertThat(trustedWhileBeating(73_600, 73_850)).isTrue();
    }

    private boolean trustedWhileBeating(long fromMillis, long toMillis) {
        boolean trusted = false;
        for (long millis = fromMillis; millis <= toMillis; millis += 250) {
            trusted = watch.isTrustedAt(TimeUnit.MILLISECONDS.toNanos(millis));
        }
        return trusted;
    }
}
