package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node that is killed may have changed data before it could say so. */
@OnTwoNodes(value = NodePair.TO_BE_KILLED, expectedWarnings = "RMR-3001")
class CachingFailoverIT {

    private final TwoNodes nodes;
    private final CachingUser user = new CachingUser();

    CachingFailoverIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void kill_node_otherDropsItsLocalCachesAndTheyMeetAgain() {
        user.ask(nodes.first(), "fire&cache=meeting&key=before");
        assertThat(user.ask(nodes.second(), "load&key=k&value=old")).isEqualTo("old");

        nodes.killFirst();

        user.awaitDropped(nodes.second(), "k");
        assertThat(nodes.second().log().text()).containsAnyOf("RMR-3002", "RMR-3003");

        nodes.restartFirst();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            user.ask(nodes.second(), "load&key=k&value=old");
            user.ask(nodes.first(), "remove&key=k");
            user.awaitDropped(nodes.second(), "k");
        });
    }
}
