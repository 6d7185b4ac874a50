package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A node that stops answering without being gone: users of the other node wait once, and nothing is lost. */
@OnTwoNodes(expectedWarnings = "RMR-2003")
@Isolated("looks at how long requests take")
class FrozenNodeIT {

    /** The time a request may wait for the grid, by default, and time for the request itself on a busy machine. */
    private static final Duration ONE_WAIT = Duration.ofMillis(3_500);

    private static final Duration NO_WAIT = Duration.ofMillis(1_500);
    private static final int USERS = 3;

    private final TwoNodes nodes;

    FrozenNodeIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void frozenNode_usersOfTheOtherNode_waitOnceAndLoseNothing() throws IOException {
        List<ProbeUser> users = Stream.generate(() -> new ProbeUser(Application.PLAIN))
                .limit(USERS)
                .toList();
        for (ProbeUser user : users) {
            assertThat(user.increment(nodes.second())).isEqualTo(1);
        }

        nodes.first().freeze();
        try {
            for (ProbeUser user : users) {
                incrementWithin(ONE_WAIT, user, 2);
                incrementWithin(NO_WAIT, user, 3);
            }
        } finally {
            nodes.first().resume();
        }

        for (ProbeUser user : users) {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(user.counter(nodes.first())).isEqualTo(3));
        }
    }

    private void incrementWithin(Duration longest, ProbeUser user, int expected) throws IOException {
        long startNanos = System.nanoTime();
        assertThat(user.increment(nodes.second())).isEqualTo(expected);
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                .as("time of increment %d", expected)
                .isLessThan(longest);
    }
}
