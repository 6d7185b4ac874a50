package org.remora.arquillian.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;
import org.remora.arquillian.server.SharedDatabase;

/** The index of the letters is cut into shards on two nodes; one of them is lost, frozen and comes back. */
@Order(2)
class ArchiveIT {

    private static final Path HOME = Path.of("target", "servers", "archive").toAbsolutePath();
    private static final Membership MEMBERSHIP = Membership.page("/shop/status");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LETTERS = 3_000;
    private static final List<String> QUESTIONS =
            List.of("", "rope", "Storm Lantern", "torn rope please", "anchor", "marlinspike", "nowhere");

    private static SharedDatabase database;
    private static ServerCluster cluster;

    private final ArchiveUser user = new ArchiveUser();

    @BeforeAll
    static void start() {
        database = SharedDatabase.start(HOME.resolve("database"));
        cluster = ServerCluster.start(ClusterSpec.of(
                                "archive-" + ProcessHandle.current().pid(),
                                HOME,
                                Artifacts.payaraMicroJar(),
                                Artifacts.remoraJar())
                        .withDeployment(new Deployment(Artifacts.shopWar(), "/shop"))
                        .withSetting("shop.archive.url", database.url())
                        .withReadyPath("/shop/")
                        .withJvmOptions(JvmOptions.QUICK_START))
                .awaitMembers(MEMBERSHIP, PATIENCE);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        database.close();
    }

    private static PayaraServer first() {
        return cluster.node(0);
    }

    private static PayaraServer second() {
        return cluster.node(1);
    }

    @Test
    void search_aNodeIsLost_isIncompleteUntilItsShardsAreBuiltElsewhereAndThenFindsAll() throws Exception {
        user.addSamples(first(), LETTERS);
        for (String id : Found.of(user.search(first(), "anchor", "")).ids()) {
            user.change(second(), id, "Marlinspike", "No longer about what it was about.");
        }
        assertFindsWhatASingleIndexFinds(first());
        assertFindsWhatASingleIndexFinds(second());

        cluster.kill(1);

        assertIncompleteAtFirst(first());
        user.write(first(), "zoe", "Marlinspike", "Written while a server is missing.");
        assertFindsWhatASingleIndexFinds(first());

        cluster.restart(1);
        cluster.awaitMembers(MEMBERSHIP, PATIENCE);
        assertFindsWhatASingleIndexFinds(second());
        assertFindsWhatASingleIndexFinds(first());
    }

    private void assertIncompleteAtFirst(PayaraServer node) throws IOException {
        Page answer = user.search(node, "", "");
        assertThat(answer.value("complete")).isEqualTo("false");
        assertThat(Long.parseLong(answer.value("indexed"))).isLessThan(Long.parseLong(answer.value("stored")));
    }

    /** The shards of a frozen node do not answer, and those of the other do. */
    @Test
    void search_aNodeIsFrozen_isIncompleteMeanwhile() throws IOException {
        user.write(first(), "anna", "Hello", "Is anybody there?");
        user.awaitComplete(first());

        second().freeze();
        try {
            assertThat(user.search(first(), "", "").value("complete")).isEqualTo("false");
            assertThat(user.page(first()).body()).contains("This is incomplete", "no answer");
        } finally {
            second().resume();
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> user.isComplete(first()) && user.isComplete(second()));
    }

    private void assertFindsWhatASingleIndexFinds(PayaraServer node) throws IOException, SQLException {
        user.awaitComplete(node);
        try (Connection connection = database.connect();
                SingleIndex single = SingleIndex.of(connection)) {
            assertThat(single.size()).isGreaterThanOrEqualTo(LETTERS);
            for (String words : QUESTIONS) {
                assertSame(node, single, words, "");
                assertSame(node, single, words, "anna");
            }
        }
    }

    private void assertSame(PayaraServer node, SingleIndex single, String words, String customer) throws IOException {
        Page answer = user.search(node, words, customer);
        assertThat(answer.value("complete")).isEqualTo("true");
        assertThat(Found.of(answer)).as("'%s' of '%s'", words, customer).isEqualTo(single.search(words, customer));
    }
}
