package org.remora.arquillian.redeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.redeploy.app.Deployed;
import org.remora.arquillian.redeploy.management.CommandServlet;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** An application is replaced again and again on a server with a small heap. */
@Order(2)
class RedeployIT {

    private static final int TIMES = 20;
    private static final Path HOME = Path.of("target", "servers", "redeploy").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    /** The server and two deployments fit in, twenty of 8 MB each do not. */
    private static final List<String> SMALL_HEAP =
            List.of("-Xmx224m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private final Path war = ProbeWar.write(
            ShrinkWrap.create(WebArchive.class, "replaced.war").addPackage(Deployed.class.getPackage()), HOME);
    private final Browser browser = new Browser();

    @Test
    void redeploy_twentyTimes_keepsSessionsAndNothingOfOldDeployments() throws Exception {
        try (PayaraServer server = PayaraServer.start(spec().node(0)).awaitReady(START_TIMEOUT)) {
            Heap heap = new Heap(server);
            assertThat(add(server, 0).value("passages")).isEqualTo("1");
            assertThat(heap.count(Deployed.class)).isEqualTo(1);

            for (int i = 1; i <= TIMES; i++) {
                redeploy(server);
                Page page = add(server, i);

                assertThat(page.value("items")).isEqualTo(itemsUpTo(i));
                assertThat(page.value("passages")).isEqualTo(String.valueOf(i + 1));
                assertThat(page.value("observed")).isEqualTo("1");
                useOtherSessions(server);
            }
            await().untilAsserted(() -> assertThat(heap.count(Deployed.class)).isEqualTo(1));
        }
    }

    private static String itemsUpTo(int last) {
        return IntStream.rangeClosed(0, last).mapToObj(i -> "item" + i).collect(Collectors.joining(","));
    }

    private ClusterSpec spec() {
        Path management = ProbeWar.write(
                ShrinkWrap.create(WebArchive.class, "management.war").addPackage(CommandServlet.class.getPackage()),
                HOME);
        return ClusterSpec.of(
                        "redeploy-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withNodeCount(1)
                .withJvmOptions(SMALL_HEAP)
                .withDeployment(new Deployment(management, "/management"))
                .withDeployment(new Deployment(war, "/replaced"))
                .withReadyPath("/replaced/trolley?item=ready");
    }

    private void redeploy(PayaraServer server) throws IOException {
        String words = "&word=--name&word=replaced&word=--contextroot&word=/replaced&word=--force=true&word="
                + URLEncoder.encode(war.toString(), StandardCharsets.UTF_8);
        Page page = browser.post(server, "/management/command?command=deploy" + words);
        assertThat(page.body()).startsWith("SUCCESS");
    }

    /** One ends at once, one stays behind. */
    private static void useOtherSessions(PayaraServer server) throws IOException {
        for (String op : List.of("end", "stay")) {
            assertThat(new Browser()
                            .post(server, "/replaced/trolley?item=other&op=" + op)
                            .status())
                    .isEqualTo(200);
        }
    }

    private Page add(PayaraServer server, int number) throws IOException {
        Page page = browser.post(server, "/replaced/trolley?item=item" + number);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }
}
