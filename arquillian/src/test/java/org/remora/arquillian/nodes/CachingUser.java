package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.remora.arquillian.server.PayaraServer;

/** Uses the caches of {@link Application#CACHING}. */
final class CachingUser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProbeUser user = new ProbeUser(Application.CACHING);

    /** Does an operation and returns its result. */
    String ask(PayaraServer node, String query) {
        try {
            return user.get(node, "/cache?op=" + query).value("result");
        } catch (IOException e) {
            throw new UncheckedIOException("No answer of " + node, e);
        }
    }

    /** Waits until a key is in the local cache of a node no more. */
    void awaitDropped(PayaraServer node, String key) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ask(node, "get&key=" + key)).isEqualTo("null"));
    }

    /** What the observers on a node have noted. */
    List<String> notes(PayaraServer node) {
        return List.of(ask(node, "notes").split(",", -1));
    }

    /** Waits until the observers on a node have noted something. */
    void awaitNoted(PayaraServer node, String line) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(notes(node)).contains(line));
    }
}
