package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.remora.arquillian.server.PayaraServer;

/** The commits to the grid by one application on one node, counted from a certain moment on. */
final class Commits {

    /** So long nothing more must come: a request may go on when its answer is complete. */
    private static final Duration QUIET = Duration.ofMillis(150);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Application application;
    private final PayaraServer node;
    private final long before;

    private Commits(Application application, PayaraServer node) throws IOException {
        this.application = application;
        this.node = node;
        this.before = total();
    }

    static Commits from(Application application, PayaraServer node) throws IOException {
        return new Commits(application, node);
    }

    /** Waits for these commits, and for no other. */
    void areExactly(int count) {
        await().atMost(PATIENCE)
                .during(QUIET)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(total() - before)
                        .as("commits of %s on %s", application, node.name())
                        .isEqualTo(count));
    }

    private long total() throws IOException {
        return Long.parseLong(
                new ProbeUser(application).get(node, "/statistics").value("Commits"));
    }
}
