package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.cluster.Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeparationTest {

    private static final Address OTHER = new Address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5701));

    private long nowNanos = 17;
    private final Separation separation = new Separation(() -> nowNanos);

    @Test
    void isToBeTold_apartForAMinute_onceAndNotBefore() {
        assertThat(separation.isToBeTold(OTHER)).isFalse();
        pass(Separation.LONGEST.minusNanos(1));
        assertThat(separation.isToBeTold(OTHER)).isFalse();
        pass(Duration.ofNanos(1));

        assertThat(separation.isToBeTold(OTHER)).isTrue();
        pass(Separation.LONGEST);
        assertThat(separation.isToBeTold(OTHER)).isFalse();
    }

    @Test
    void isToBeTold_memberMeanwhile_theTimeBeginsAgain() {
        separation.isToBeTold(OTHER);
        pass(Separation.LONGEST);
        separation.keepOnly(List.of());

        assertThat(separation.isToBeTold(OTHER)).isFalse();
    }

    @Test
    void isToBeTold_silentMeanwhile_theTimeBeginsAgain() {
        separation.isToBeTold(OTHER);
        pass(Separation.LONGEST);
        separation.silent(OTHER);

        assertThat(separation.isToBeTold(OTHER)).isFalse();
    }

    private void pass(Duration time) {
        nowNanos += time.toNanos();
    }
}
