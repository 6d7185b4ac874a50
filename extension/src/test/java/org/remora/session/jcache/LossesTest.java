package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which partitions were lost, and how lately. */
class LossesTest {

    private static final long PUT_BACK_MILLIS = Losses.PUT_BACK.toMillis();

    private final Losses losses = new Losses();

    @Test
    void count_partitionLostTwice_two() {
        assertThat(losses.isEmpty()).isTrue();
        losses.lost(7, 1000);
        losses.lost(7, 2000);

        assertThat(losses.isEmpty()).isFalse();
        assertThat(losses.count(7)).isEqualTo(2);
        assertThat(losses.count(8)).isZero();
    }

    @Test
    void isRecent_untilCopiesHaveHadTheTimeToBePutBack() {
        losses.lost(7, 1000);

        assertThat(losses.isRecent(7, 1000 + PUT_BACK_MILLIS)).isTrue();
        assertThat(losses.isRecent(7, 1001 + PUT_BACK_MILLIS)).isFalse();
        assertThat(losses.isRecent(8, 1000)).isFalse();
    }
}
