package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.remora.arquillian.server.PayaraServer;

/** Uses the jobs of {@link Application#JOBS}. */
final class JobsUser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int SOME = 30;

    private final ProbeUser user = new ProbeUser(Application.JOBS);

    /** Does an operation and returns its result. */
    String ask(PayaraServer node, String query) {
        try {
            return user.get(node, "/jobs?op=" + query).value("result");
        } catch (IOException e) {
            throw new UncheckedIOException("No answer of " + node, e);
        }
    }

    void submit(PayaraServer node, String type, String key) {
        assertThat(ask(node, "submit&type=" + type + "&key=" + key)).startsWith("WAITING");
    }

    /** Submits jobs that wait until a node runs one, and returns that job's key; those on the other node are let go. */
    String waitingOn(PayaraServer wanted, PayaraServer other) {
        return runningOn(wanted, other, "waiting", () -> unique("waiting"));
    }

    /** Submits jobs that have an effect until a node runs one that rests on the other node. */
    String withEffectOn(PayaraServer wanted, PayaraServer other) {
        return runningOn(
                wanted,
                other,
                "effect",
                () -> Stream.generate(() -> unique("effect"))
                        .filter(key -> ask(other, "home&key=" + key).equals(other.name()))
                        .findFirst()
                        .orElseThrow());
    }

    private static String unique(String type) {
        return type + "-" + UUID.randomUUID();
    }

    /** What happens to the node then happens to one whose data has a copy, as after each of its ends and splits. */
    private String runningOn(PayaraServer wanted, PayaraServer other, String type, Supplier<String> keys) {
        assertThat(ask(other, "safe")).isEqualTo("true");
        for (int number = 0; number < SOME; number++) {
            String key = keys.get();
            submit(other, type, key);
            String node = awaitRunning(other, key);
            if (node.equals(wanted.name())) {
                return key;
            }
            ask(other, "letGo&key=" + key);
            ask(other, "await&key=" + key);
        }
        throw new AssertionError("No job runs on " + wanted.name());
    }

    private String awaitRunning(PayaraServer asked, String key) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ask(asked, "find&key=" + key)).matches("RUNNING \\d+ \\S+ "));
        return ask(asked, "find&key=" + key).split(" ", -1)[2];
    }

    List<String> notes(PayaraServer node) {
        return List.of(ask(node, "notes").split(",", -1));
    }
}
