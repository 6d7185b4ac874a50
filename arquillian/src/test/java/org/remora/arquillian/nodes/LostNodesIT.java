package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;

/**
 * Two of three servers are killed at once, which takes sessions with owner and backup out of the grid: every user that
 * the third one has a copy of goes on with all that it had seen, and so does the grid.
 */
@Order(2)
class LostNodesIT {

    private static final Path HOME = Path.of("target", "servers", "lost-nodes").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

    /** The loss has to be noticed, and the copies put back, on a slow machine. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static final Membership MEMBERSHIP = Membership.page(Application.PLAIN.contextRoot() + "/cluster");
    private static final int USERS = 24;

    /** Users that come to the survivor as soon as the others are lost; the rest come later. */
    private static final int EAGER = USERS / 2;

    private static final List<ProbeUser> PEOPLE = new ArrayList<>();
    private static ServerCluster cluster;

    @BeforeAll
    static void start() {
        ClusterSpec spec = ClusterSpec.of(
                        "lost-nodes-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withNodeCount(3)
                .withJvmOptions(JvmOptions.QUICK_START)
                .withDeployment(Application.PLAIN.deployment(HOME.resolve("archives")))
                .withReadyPath(Application.PLAIN.contextRoot() + "/none");
        cluster = ServerCluster.start(spec).awaitMembers(MEMBERSHIP, START_TIMEOUT);
    }

    @AfterAll
    static void stop() {
        cluster.nodes().forEach(PayaraServer::close);
    }

    @Test
    void twoOfThreeServers_killedAtOnce_usersOfTheThirdGoOnWithEverythingItHasSeen() throws IOException {
        PayaraServer survivor = cluster.node(2);
        for (int i = 0; i < USERS; i++) {
            PEOPLE.add(served(cluster.node(i % 2), survivor, "user-" + i));
        }

        kill(0, 1);

        for (int i = 0; i < EAGER; i++) {
            assertGoesOn(PEOPLE.get(i), survivor, "user-" + i);
        }
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(putBack(survivor)).isPositive());
        await().atMost(LONG_ENOUGH).until(() -> survivor.log().text().contains("RMR-2009"));

        cluster.restart(0);
        cluster.awaitMembers(MEMBERSHIP, START_TIMEOUT);
        for (int i = 0; i < USERS; i++) {
            assertThat(PEOPLE.get(i).read(cluster.node(0), "name")).isEqualTo("user-" + i);
            assertGoesOn(PEOPLE.get(i), cluster.node(0), "user-" + i);
        }
    }

    /** A user whose session is made on one server and known to another. */
    private static ProbeUser served(PayaraServer maker, PayaraServer survivor, String name) throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.createSession(maker);
        user.set(maker, "name", name);
        user.set(maker, "removed", "soon");
        user.session(survivor);
        user.remove(survivor, "removed");
        user.addToBasket(survivor, "bread");
        user.addToBasket(maker, "butter");
        user.increment(maker);
        user.increment(survivor);
        return user;
    }

    private static void assertGoesOn(ProbeUser user, PayaraServer node, String name) throws IOException {
        assertThat(user.session(node).body())
                .contains("attribute.name=" + name, "attribute.basket=bread,butter")
                .doesNotContain("attribute.removed");
        int before = user.counter(node);
        assertThat(before).isGreaterThanOrEqualTo(2);
        assertThat(user.increment(node)).isEqualTo(before + 1);
    }

    private static void kill(int... nodes) {
        CompletableFuture<?>[] kills = new CompletableFuture<?>[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            PayaraServer node = cluster.node(nodes[i]);
            kills[i] = CompletableFuture.runAsync(node::kill);
        }
        CompletableFuture.allOf(kills).join();
    }

    private static long putBack(PayaraServer node) throws IOException {
        return Long.parseLong(
                new ProbeUser(Application.PLAIN).get(node, "/statistics").value("SessionsPutBack"));
    }
}
