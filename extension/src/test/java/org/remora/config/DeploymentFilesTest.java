package org.remora.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names, ports and times in what starts and stops servers fit each other and the settings. */
class DeploymentFilesTest {

    private static final Path FOLDER = SettingsTable.PROJECT.resolve("domain-config");
    private static final Path SYSTEMD_ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final int SHUTDOWN_SECONDS = 30;

    private static List<YamlPart> objects = List.of();

    @BeforeAll
    static void readObjects() throws IOException {
        objects = YamlPart.documents(Files.readString(FOLDER.resolve("kubernetes/remora.yaml")));
    }

    @Test
    void kubernetes_variables_areKeysWithAcceptedValues() {
        Map<String, String> written = container()
                .at("env")
                .parts()
                .collect(toMap(
                        variable -> keyOf(variable.at("name").text()),
                        variable -> variable.has("value")
                                ? variable.at("value").text()
                                : referred(keyOf(variable.at("name").text()))));

        RemoraSettings settings = RemoraSettings.read(TestConfig.of(written));

        assertThat(written).hasSizeGreaterThan(5);
        assertThat(settings.cluster().nodeName()).contains("shop-0");
        assertThat(settings.cluster().secrets()).hasSize(1);
        assertThat(settings.discovery().kind()).isEqualTo(DiscoveryKind.STATIC);
        assertThat(settings.discovery().staticNodes())
                .containsExactly(new NodeAddress(
                        name(headless()), OptionalInt.of(settings.network().port())));
    }

    @Test
    void kubernetes_headlessService_leadsToTheMembersPortsBeforeTheyAreReady() {
        assertThat(headless().at("spec", "publishNotReadyAddresses").value()).isEqualTo(true);
        assertThat(set().at("spec", "serviceName").text()).isEqualTo(name(headless()));
        assertThat(headless()
                        .at("spec", "ports")
                        .parts()
                        .map(port -> port.at("port").number()))
                .containsExactly(containerPort("remora"))
                .containsExactly(Integer.valueOf(Catalogue.NETWORK_PORT.defaultText()));
    }

    @Test
    void kubernetes_selectors_areThePodsLabels() {
        YamlPart labels = pod().at("metadata", "labels");

        assertThat(services())
                .hasSize(2)
                .allSatisfy(
                        service -> assertThat(service.at("spec", "selector")).isEqualTo(labels));
        assertThat(set().at("spec", "selector", "matchLabels")).isEqualTo(labels);
    }

    @Test
    void kubernetes_probes_askWhatTheServerAnswers() {
        assertThat(path("startupProbe")).isEqualTo("/health/ready");
        assertThat(path("readinessProbe")).isEqualTo("/health/ready");
        assertThat(path("livenessProbe")).isEqualTo("/health/live");
        assertThat(containerPort("http")).isEqualTo(8080);
    }

    @Test
    void kubernetes_stop_drainsWithinTheTimeThatThereIs() {
        List<String> command =
                container().at("lifecycle", "preStop", "exec", "command").texts();
        List<String> arguments = container().at("args").texts();

        assertThat(command.subList(0, 4))
                .containsExactly("java", "-jar", arguments.get(arguments.indexOf("--addLibs") + 1), "drain");
        int drainSeconds = Integer.parseInt(command.get(command.indexOf("--timeout") + 1));
        assertThat(pod().at("spec", "terminationGracePeriodSeconds").number())
                .isGreaterThanOrEqualTo(drainSeconds + SHUTDOWN_SECONDS);
    }

    @Test
    void systemd_stop_drainsWithinTheTimeThatThereIs() throws IOException {
        String unit = Files.readString(FOLDER.resolve("systemd/remora@.service"));

        int drain = number(unit, "ExecStop=-.* -jar /opt/remora/remora.jar drain --pid \\$MAINPID --timeout (\\d+)");
        int stop = number(unit, "TimeoutStopSec=(\\d+)");

        assertThat(stop).isGreaterThanOrEqualTo(drain + SHUTDOWN_SECONDS);
        assertThat(SHUTDOWN_SECONDS + "s").isEqualTo(Catalogue.SHUTDOWN_TIMEOUT.defaultText());
    }

    @Test
    void systemd_unit_isFaultless() throws Exception {
        assumeTrue(Files.isExecutable(SYSTEMD_ANALYZE), "systemd is not installed");
        Process check = new ProcessBuilder(
                        SYSTEMD_ANALYZE.toString(),
                        "verify",
                        FOLDER.resolve("systemd/remora@.service").toString())
                .redirectErrorStream(true)
                .start();

        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines().filter(line -> line.contains("remora@"))).isEmpty();
        assertThat(check.exitValue()).as(said).isZero();
    }

    /** An example of what Kubernetes puts in the place of a reference. */
    private static String referred(String key) {
        return switch (key) {
            case "remora.cluster.secret" -> "0123456789abcdef0123456789abcdef";
            case "remora.node.name" -> "shop-0";
            case "remora.network.interface" -> "10.1.0.4";
            default -> throw new AssertionError("Refers to nothing that is known here: " + key);
        };
    }

    private static String keyOf(String variable) {
        return Catalogue.all().stream()
                .map(Setting::key)
                .filter(key -> key.toUpperCase(Locale.ROOT)
                        .replace('.', '_')
                        .replace('-', '_')
                        .equals(variable))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No key for " + variable));
    }

    private static int number(String text, String pattern) {
        MatchResult found = Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing like " + pattern));
        return Integer.parseInt(found.group(1));
    }

    private static Stream<YamlPart> ofKind(String kind) {
        return objects.stream().filter(each -> each.at("kind").text().equals(kind));
    }

    private static List<YamlPart> services() {
        return ofKind("Service").toList();
    }

    private static YamlPart headless() {
        return services().stream()
                .filter(service -> service.at("spec").has("clusterIP"))
                .findFirst()
                .orElseThrow();
    }

    private static YamlPart set() {
        return ofKind("StatefulSet").findFirst().orElseThrow();
    }

    private static YamlPart pod() {
        return set().at("spec", "template");
    }

    private static YamlPart container() {
        return pod().at("spec", "containers").parts().findFirst().orElseThrow();
    }

    private static String path(String probe) {
        YamlPart request = container().at(probe, "httpGet");
        assertThat(request.at("port").text()).isEqualTo("http");
        return request.at("path").text();
    }

    private static int containerPort(String name) {
        return container()
                .at("ports")
                .parts()
                .filter(port -> port.at("name").text().equals(name))
                .map(port -> port.at("containerPort").number())
                .findFirst()
                .orElseThrow();
    }

    private static String name(YamlPart object) {
        return object.at("metadata", "name").text();
    }
}
