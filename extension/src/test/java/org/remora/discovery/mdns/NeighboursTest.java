package org.remora.discovery.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.discovery.mdns.Neighbours.Effect;

class NeighboursTest {

    private Instant now = Instant.EPOCH;
    private final Neighbours neighbours = new Neighbours(() -> now, 3);

    @Test
    void heard_newAddress_isMore_andAgain_isNone() {
        assertThat(neighbours.heard("a", addresses(1), 120)).isEqualTo(Effect.MORE);
        assertThat(neighbours.heard("a", addresses(1), 120)).isEqualTo(Effect.NONE);
        assertThat(neighbours.heard("a", addresses(1, 2), 120)).isEqualTo(Effect.MORE);
    }

    @Test
    void heard_moreThanThereIsRoomFor_isNotKept_andWhoWasThereStays() {
        neighbours.heard("a", addresses(1, 2), 120);

        assertThat(neighbours.heard("b", addresses(3, 4), 120)).isEqualTo(Effect.NO_ROOM);
        assertThat(neighbours.heard("a", addresses(1, 2, 3, 4), 120)).isEqualTo(Effect.NO_ROOM);
        assertThat(neighbours.addresses()).containsExactlyInAnyOrderElementsOf(addresses(1, 2));
    }

    @Test
    void addresses_notHeardOfForTooLong_areForgotten_andMakeRoom() {
        neighbours.heard("a", addresses(1, 2), 1_000_000);
        now = now.plus(Neighbours.LONGEST_SILENCE).plusSeconds(1);

        assertThat(neighbours.addresses()).isEmpty();
        assertThat(neighbours.heard("b", addresses(3, 4), 120)).isEqualTo(Effect.MORE);
    }

    @Test
    void addresses_saidToHoldForAShortTime_areForgottenAfterIt() {
        neighbours.heard("a", addresses(1), 10);
        now = now.plus(Duration.ofSeconds(11));

        assertThat(neighbours.addresses()).isEmpty();
    }

    @Test
    void gone_itsAddresses_areForgotten() {
        neighbours.heard("a", addresses(1), 120);
        neighbours.heard("b", addresses(2), 120);

        neighbours.gone("a");

        assertThat(neighbours.addresses()).containsExactlyElementsOf(addresses(2));
    }

    private static List<InetSocketAddress> addresses(int... ports) {
        return Arrays.stream(ports)
                .mapToObj(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .toList();
    }
}
