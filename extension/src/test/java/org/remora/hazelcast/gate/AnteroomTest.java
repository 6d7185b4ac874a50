package org.remora.hazelcast.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnteroomTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final AtomicLong nanos = new AtomicLong(-1);
    private final Anteroom room = new Anteroom(3, LONGEST, nanos::get);
    private final List<String> turnedAway = new ArrayList<>();

    @Test
    void enter_full_theOneThatHasWaitedLongestGoes() {
        IntStream.rangeClosed(1, 4).forEach(number -> room.enter(guest(Integer.toString(number))));

        assertThat(turnedAway).containsExactly("1: " + Refusal.CROWD.reason());
        assertThat(room.size()).isEqualTo(3);
    }

    @Test
    void leave_makesRoom() {
        Anteroom.Guest first = guest("1");
        room.enter(first);
        room.leave(first);
        IntStream.rangeClosed(2, 4).forEach(number -> room.enter(guest(Integer.toString(number))));

        assertThat(turnedAway).isEmpty();
    }

    @Test
    void sweep_thoseThatWaitTooLong_go() {
        room.enter(guest("1"));
        nanos.addAndGet(LONGEST.toNanos() - 1);
        room.enter(guest("2"));
        room.sweep();
        assertThat(turnedAway).isEmpty();

        nanos.addAndGet(1);
        room.sweep();

        assertThat(turnedAway).containsExactly("1: " + Refusal.slow(LONGEST).reason());
        assertThat(room.size()).isEqualTo(1);
    }

    private Anteroom.Guest guest(String name) {
        return refusal -> turnedAway.add(name + ": " + refusal.reason());
    }
}
