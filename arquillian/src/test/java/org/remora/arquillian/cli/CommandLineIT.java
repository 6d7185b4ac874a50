package org.remora.arquillian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.remora.arquillian.cli.RemoraJar.Outcome;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** Every command, typed at a real process, at real servers. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long the numbers of all servers take at most where one of them is frozen. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private static final int WIDTH = 80;
    private static final long NO_PROCESS = 4_000_000_000L;

    private static AskedServers servers;

    @BeforeAll
    static void start() throws IOException {
        servers = new AskedServers();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    private static Outcome first(String... words) {
        return at(servers.first(), words);
    }

    private static Outcome at(PayaraServer server, String... words) {
        return RemoraJar.run(Stream.concat(Stream.of(words), Stream.of("--pid", Long.toString(server.pid())))
                .toArray(String[]::new));
    }

    private static Outcome byJmx(String user, String password, String... words) {
        return RemoraJar.run(Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--jmx",
                                servers.jmx(),
                                "--user",
                                user,
                                "--password-file",
                                servers.passwordFile(password).toString()))
                .toArray(String[]::new));
    }

    private static void assertFitsTheTerminal(Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line).hasSizeLessThanOrEqualTo(WIDTH);
            assertThat(line).as("colours only on a terminal").doesNotContain("\u001B");
        });
    }

    private static void assertTrouble(Outcome outcome, int exitCode, String text) {
        assertThat(outcome.err().strip().lines())
                .as(outcome.toString())
                .singleElement()
                .asString()
                .startsWith("remora: ")
                .contains(text);
        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void members_threeServers_areAllShown() {
        Outcome table = first("members");
        Outcome json = first("members", "--json");

        assertThat(table.exitCode()).as(table.toString()).isZero();
        assertFitsTheTerminal(table);
        assertThat(table.out()).contains("node1 *", "node2", "node3", "PARTITIONS");
        assertThat(json.out()).contains("\"name\": \"node3\"", "\"safe\": ", "\"self\": true");
    }

    @Test
    void stats_allServersAnswer_showsEveryPart() {
        Outcome table = first("stats");

        assertFitsTheTerminal(table);
        assertThat(table.out()).contains("Cluster 'command-line-", "Sessions", "Cache invalidations", "Jobs", "node3");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(first("stats", "-c").exitCode()).isZero());
        assertThat(first("stats", "-s", "--json").out())
                .contains("\"sessionSums\"", "\"gridCallP99Micros\"")
                .doesNotContain("\"members\"", "\"jobSum\"");
    }

    /**
     * A frozen server costs what is promised at most; the rest is what a command takes on a machine that is as busy.
     */
    @Test
    void stats_oneServerFrozen_saysSoInItsRow() {
        Duration usual = first("stats", "-c").took();
        servers.second().freeze();
        Outcome table;
        try {
            table = first("stats", "-c");
        } finally {
            servers.second().resume();
        }

        assertThat(table.exitCode()).as(table.toString()).isEqualTo(1);
        assertThat(table.out()).containsPattern("node2 .*SILENT");
        assertThat(table.took()).isLessThan(usual.multipliedBy(5).plus(PROMISED));
    }

    @Test
    void config_everySetting_withSourceAndWithoutSecrets() {
        Outcome table = first("config");
        Outcome changed = first("config", "--changed", "--json");

        assertThat(table.exitCode()).as(table.toString()).isZero();
        assertFitsTheTerminal(table);
        assertThat(table.out()).contains("remora.session.max-staleness", "default", "remora.jobs.threads");
        assertThat(changed.out())
                .contains("\"remora.cluster.secret\"", "\"***\"", "\"remora.management.show-values\"")
                .doesNotContain("remora.session.max-staleness", AskedServers.SECRET);
    }

    @Test
    void doctor_healthyCluster_findsNothingToPutRight() {
        Outcome text = first("doctor");
        Outcome json = first("doctor", "--json");

        assertThat(text.exitCode()).as(text.toString()).isZero();
        assertFitsTheTerminal(text);
        assertThat(text.out()).contains("interface", "port", "clock", "names", "versions", "settings", "-> ");
        assertThat(json.out()).contains("\"level\": \"OK\"", "\"remedy\": ").doesNotContain("\"PROBLEM\"");
    }

    @Test
    void nodes_addedAndRemoved_isToldWhatChanged() {
        String node = "127.0.0.1:59999";

        Outcome added = first("nodes", "add", node);
        assertThat(added.exitCode()).as(added.toString()).isZero();
        assertThat(first("nodes", "list", "--json").out()).contains(node, servers.addressOfSecond());
        assertThat(first("nodes", "add", node).exitCode()).isEqualTo(1);
        assertThat(first("nodes", "remove", node).exitCode()).isZero();
        assertThat(first("nodes", "list").out()).doesNotContain(node);
        assertTrouble(first("nodes", "add", "not a host"), 6, "not a host");
    }

    @Test
    void jobs_oneThatWaits_isListedAndCancelled() throws IOException {
        String key = "waits-" + UUID.randomUUID();
        get(new Browser(), servers.second(), "/shop/jobs?op=submit&type=nobody&key=" + key);

        Outcome list = first("jobs", "list", "--app", "server/shop", "--json");
        assertThat(list.exitCode()).as(list.toString()).isZero();
        assertThat(list.out()).contains(key, "\"WAITING\"");
        assertFitsTheTerminal(first("jobs", "list", "--state", "waiting"));
        Outcome cancelled = first("jobs", "cancel", "--app", "server/shop", key);
        assertThat(cancelled.out()).contains("is cancelled");
        assertThat(first("jobs", "cancel", "--app", "server/shop", "none").exitCode())
                .isEqualTo(1);
        assertThat(get(new Browser(), servers.second(), "/shop/jobs?op=find&key=" + key)
                        .value("result"))
                .startsWith("CANCELLED");
        assertThat(servers.first().log().text()).contains("RMR-5104").contains(key);
    }

    @Test
    void sessions_ofAUser_areFoundAndShownWithoutTheirSecrets() throws IOException {
        Browser browser = login("gold");
        String id = session(browser);

        Outcome list = first("sessions", "list", "--login", "ann", "--app", "/shop");
        assertFitsTheTerminal(list);
        assertThat(list.out()).contains("ann", "/shop");
        String hash = first("sessions", "list", "--login", "ann", "--json").field("id");
        assertThat(hash).hasSize(32).isNotEqualTo(id);
        Outcome shown = first("sessions", "show", hash.substring(0, 12));
        assertFitsTheTerminal(shown);
        assertThat(shown.out()).contains("kept", "ann").doesNotContain("gold", id, "org.remora");
        assertThat(at(servers.second(), "sessions", "show", hash, "--values").out())
                .contains("remora.management.show-values")
                .doesNotContain("gold");
        assertThat(first("sessions", "show", hash, "--values", "--json").out()).contains("\"gold\"");
        assertThat(servers.first().log().text())
                .contains("RMR-5102", "RMR-5103", hash)
                .doesNotContain("gold")
                .doesNotContain(id);
        kill(browser, "sessions", "kill", hash);
    }

    @Test
    void sessions_killedByJmx_endAsIfInvalidatedAndItIsLoggedWhoDidIt() throws IOException {
        String kept = "kept-" + UUID.randomUUID();
        Browser browser = login(kept);
        String hash = first("sessions", "list", "--login", "ann", "--json").field("id");

        assertTrouble(byJmx("watcher", AskedServers.PASSWORD, "sessions", "kill", hash), 5, "does not let this user");
        assertThat(get(browser, servers.first(), "/shop/user").body()).contains("ann");
        Outcome killed = byJmx("admin", AskedServers.PASSWORD, "sessions", "kill", hash);

        assertThat(killed.out()).as(killed.toString()).contains("is ended");
        assertThat(killed.exitCode()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(browser, servers.second(), "/shop/account?op=ends")
                                .value("user"))
                        .isEqualTo("null"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(endsOf(kept)).isEqualTo(1));
        assertThat(servers.first().log().text()).containsPattern("RMR-5101 The session " + hash + ".*admin");
        assertThat(byJmx("admin", AskedServers.PASSWORD, "sessions", "kill", hash)
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void sessions_killWithoutSayingWhose_isRefused() throws IOException {
        Browser browser = login("silver");

        assertTrouble(first("sessions", "kill"), 2, "--login");
        assertTrouble(first("sessions", "kill", "--login", "ann"), 2, "add --yes");
        kill(browser, "sessions", "kill", "--login", "ann", "--yes");
        assertThat(first("sessions", "list", "--login", "ann", "--json").field("total"))
                .isEqualTo("0");
    }

    @Test
    void drain_thenUndrain_isSafeAgain() {
        Outcome drained = at(servers.second(), "drain", "--grace", "0", "--timeout", "100", "--json");
        try {
            assertThat(drained.exitCode()).as(drained.toString()).isZero();
            assertThat(drained.field("complete")).isEqualTo("true");
            assertThat(first("members").out()).containsPattern("node2 .*DRAINED");
        } finally {
            Outcome back = at(servers.second(), "undrain");
            assertThat(back.exitCode()).as(back.toString()).isZero();
        }
        Outcome safe = first("wait-safe", "--timeout", "60");
        assertThat(safe.exitCode()).as(safe.toString()).isZero();
        assertThat(safe.out()).contains("any one server may be stopped");
    }

    @Test
    void jmx_rightPassword_asksTheServer() {
        Outcome members = byJmx("watcher", AskedServers.PASSWORD, "members", "--json");
        Outcome byVariable = RemoraJar.run(
                Map.of("JMX_PASSWORD", AskedServers.PASSWORD), "members", "--jmx", servers.jmx(), "--user", "admin");

        assertThat(members.exitCode()).as(members.toString()).isZero();
        assertThat(byVariable.exitCode()).as(byVariable.toString()).isZero();
    }

    @Test
    void jmx_passwordTypedAtATerminal_isAskedForAndNotShown() throws IOException, InterruptedException {
        try (Terminal terminal = Terminal.run(Map.of(), "members", "--jmx", servers.jmx(), "--user", "admin")) {
            assertThat(terminal.type("Password of admin: ", AskedServers.PASSWORD)
                            .end())
                    .contains("node1 *")
                    .doesNotContain(AskedServers.PASSWORD);
        }
    }

    @Test
    void colours_onATerminal_areThereUnlessTheyAreNotWanted() throws IOException, InterruptedException {
        String pid = Long.toString(servers.first().pid());
        try (Terminal coloured = Terminal.run(Map.of(), "members", "--pid", pid);
                Terminal plain = Terminal.run(Map.of("NO_COLOR", "1"), "members", "--pid", pid);
                Terminal json = Terminal.run(Map.of(), "members", "--json", "--pid", pid)) {
            assertThat(coloured.end()).contains("\u001B[", "node1 *");
            assertThat(plain.end()).doesNotContain("\u001B").contains("node1 *");
            assertThat(json.end()).doesNotContain("\u001B").contains("\"node1\"");
        }
    }

    /** Most of the time allowed is what a virtual machine takes on a busy machine. */
    @Test
    void waitSafe_oneServerFrozen_isNotSafeWhenTheTimeIsOver() {
        servers.second().freeze();
        Outcome outcome;
        try {
            outcome = first("wait-safe", "--timeout", "2");
        } finally {
            servers.second().resume();
        }

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.out()).contains("Not safe after 2 s");
        assertThat(outcome.took()).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void jmx_wrongPasswordOrAddress_isOneLine() {
        assertTrouble(byJmx("admin", "wrong", "members"), 5, "does not let anybody in as admin");
        assertTrouble(RemoraJar.run("members", "--jmx", servers.jmx()), 5, "without --user");
        assertTrouble(RemoraJar.run("members", "--jmx", "127.0.0.1:1"), 3, "No server answers at 127.0.0.1:1");
        assertTrouble(RemoraJar.run("members", "--jmx", "no-such-host.invalid:9010"), 3, "no-such-host.invalid:9010");
    }

    @Test
    void pid_noServer_isOneLine() {
        assertTrouble(RemoraJar.run("members", "--pid", Long.toString(NO_PROCESS)), 3, "no process " + NO_PROCESS);
        assertTrouble(
                RemoraJar.run(
                        "members",
                        "--pid",
                        Long.toString(ProcessHandle.current().pid())),
                4,
                "Remora does not run");
        assertTrouble(
                RemoraJar.run("members", "--pid", Long.toString(servers.run().pid())), 4, "Remora does not run");
    }

    @Test
    void noAddress_severalServers_areListedToChooseFrom() {
        Outcome outcome = RemoraJar.run("stats");

        assertTrouble(outcome, 3, "choose one by --pid");
        assertThat(outcome.err())
                .contains(servers.first().pid() + " (node1)", servers.second().pid() + " (node2)");
    }

    @Test
    void help_ofTheJar_worksWithoutAnythingElse() {
        assertThat(RemoraJar.run().exitCode()).isZero();
        assertThat(RemoraJar.run("sessions", "kill", "--help").out()).contains("--login");
        assertThat(RemoraJar.run("generate-completion").out()).contains("complete -F _complete_remora");
        assertThat(RemoraJar.run("--version").out()).startsWith("Remora 0");
        assertTrouble(RemoraJar.run("stats", "--nonsense"), 2, "Unknown option: '--nonsense'");
    }

    /** Ctrl-C in a terminal reaches both; this reaches the command line alone. */
    @Test
    @Order(Integer.MAX_VALUE)
    void run_asksToEnd_stopsItsServer() throws InterruptedException {
        List<ProcessHandle> server = servers.run().children().toList();
        assertThat(server).hasSize(1);

        servers.run().destroy();

        assertThat(servers.run().waitFor(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(server.get(0).isAlive()).isFalse();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(first("members", "--json").out()).doesNotContain("node3"));
    }

    private static Page get(Browser browser, PayaraServer server, String path) throws IOException {
        Page page = browser.get(server, path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }

    /** Somebody logs in on the first server, and keeps something in the session. */
    private static Browser login(String kept) throws IOException {
        Browser browser = new Browser();
        get(browser, servers.first(), "/shop/account?op=keep&value=" + kept);
        await().atMost(PATIENCE)
                .untilAsserted(() -> get(browser, servers.first(), "/shop/account?op=login&user=ann&password=secret1"));
        return browser;
    }

    private static String session(Browser browser) {
        String cookie = browser.cookies().find("JSESSIONID").orElseThrow().value();
        return cookie.substring(0, cookie.indexOf('.'));
    }

    private static void kill(Browser browser, String... words) {
        Outcome killed = first(words);
        assertThat(killed.exitCode()).as(killed.toString()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                get(browser, servers.first(), "/shop/user").body())
                        .doesNotContain("ann"));
    }

    /** How often the end of a session that kept something was told, on both servers. */
    private static long endsOf(String kept) throws IOException {
        List<String> ends = new ArrayList<>();
        for (PayaraServer server : List.of(servers.first(), servers.second())) {
            ends.addAll(List.of(get(new Browser(), server, "/shop/account?op=ends")
                    .value("ends")
                    .split(",", -1)));
        }
        return ends.stream().filter(kept::equals).count();
    }
}
