package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.remora.config.Setting.Scope;

/** Every key, with texts that it accepts and texts that it does not, the bounds among them. */
class CatalogueTest {

    record Example(String key, String defaultText, List<String> accepted, List<String> refused) {}

    static Stream<Example> examples() {
        return Stream.of(
                flag("remora.enabled", "true"),
                name("remora.cluster.name", "remora"),
                new Example(
                        "remora.cluster.secret",
                        "",
                        List.of("x".repeat(16), "x".repeat(256), "the new secret one, the old secret one"),
                        List.of(
                                "x".repeat(15),
                                "x".repeat(257),
                                "the new secret one,",
                                "a secret with a\ttab",
                                "the first secret,the second secret,the third secret,the fourth secret,the fifth secret")),
                name("remora.node.name", ""),
                flag("remora.lite", "false"),
                new Example(
                        "remora.discovery",
                        "mdns",
                        List.of("static", "mdns", "none", "NONE"),
                        List.of("dns", "static,mdns")),
                new Example(
                        "remora.discovery.static.nodes",
                        "",
                        List.of("a", "a:1,b:65535", "127.0.0.1:5701 , [::1]:5702"),
                        List.of("a:0", "a:65536", "a:", ",", "a,", "a b", "[::1", "256.0.0.1", "http://a")),
                new Example(
                        "remora.discovery.mdns.interface",
                        "",
                        List.of("10.1.0.4", "fd00::4"),
                        List.of("eth0", "10.1.*.*", "10.1.0")),
                duration("remora.join.timeout", "5s", "0s"),
                new Example(
                        "remora.network.interface",
                        "127.0.0.1",
                        List.of("0.0.0.0", "10.1.*.*", "10.1.0.4-20", "::1", "fd00::*"),
                        List.of("localhost", "eth0", "10.1.0", "10.1.0.256", "*")),
                new Example(
                        "remora.network.port",
                        "5701",
                        List.of("1", "65535"),
                        List.of("0", "65536", "-1", "x", "57 01", "99999999999")),
                flag("remora.network.port-auto-increment", "true"),
                new Example(
                        "remora.network.outbound-ports",
                        "",
                        List.of("1", "65535", "33000-35000,36000", "5-5"),
                        List.of("0", "65536", "2-1", "1-", "1-65536", "any", "1,,2")),
                seconds("remora.merge.first-run-delay", "10s"),
                seconds("remora.merge.run-delay", "10s"),
                duration("remora.merge.remember-ends", "1h", "0s"),
                new Example(
                        "remora.failure.heartbeat-interval",
                        "",
                        List.of("50ms", "2s", "PT1S"),
                        List.of("49ms", "366d", "-1s", "5", "soon")),
                seconds("remora.failure.heartbeat-timeout", "9s"),
                new Example("remora.hazelcast.properties.*", "", List.of("anything", "-1"), List.of()),
                flag("remora.jmx.enabled", "true"),
                duration("remora.shutdown.timeout", "30s", "0s"),
                flag("remora.session.enabled", "true"),
                new Example("remora.session.backup-count", "1", List.of("0", "6"), List.of("7", "-1", "1.0", "one")),
                new Example("remora.session.async-backup-count", "0", List.of("0", "5"), List.of("7", "-1", "x")),
                new Example("remora.session.consistency", "bounded", List.of("bounded", "strong"), List.of("weak")),
                duration("remora.session.max-staleness", "1s", "0s"),
                new Example(
                        "remora.session.mutation-detection",
                        "accessed",
                        List.of("accessed", "none", "all"),
                        List.of("some", "accessed,all")),
                new Example(
                        "remora.session.immutable-types",
                        "",
                        List.of("Price", "org.example.Price,org.example.values.*", "org.example.**", "a.B$C"),
                        List.of("org.example.", "*", "org..example", "org.example.*.Price", "org.example.***", "a b")),
                new Example("remora.session.on-outage", "local", List.of("local", "fail"), List.of("wait")),
                duration("remora.session.grid-timeout", "2s", "1ms"),
                new Example(
                        "remora.session.serial-filter",
                        "",
                        List.of("org.example.**;!*", "maxdepth=5", "*"),
                        List.of("maxdepth=x", "maxsize=1", "!")),
                new Example(
                        "remora.session.max-size",
                        "10MB",
                        List.of("1KB", "1024MB", "512KB", "1048576KB"),
                        List.of("0KB", "1025MB", "10", "10 MB", "10mb", "-1MB", "1GB", "many")),
                new Example(
                        "remora.session.exclude",
                        "",
                        List.of("/*", "/static/*, *.css", "/logo.png"),
                        List.of("/", "static/*", "/a/*,b")),
                seconds("remora.session.max-idle", ""),
                seconds("remora.session.max-lifetime", ""),
                new Example("remora.session.max-per-user", "", List.of("1", "1000"), List.of("0", "1001", "two")),
                new Example("remora.session.passive", "", List.of("/poll", "/poll/*,*.poll"), List.of("/", "poll")),
                flag("remora.session.sockets-keep-alive", "false"),
                flag("remora.invalidation.enabled", "true"),
                new Example(
                        "remora.invalidation.max-silence",
                        "750ms",
                        List.of("100ms", "2s", "PT1S"),
                        List.of("99ms", "366d", "-1s", "5", "soon")),
                new Example(
                        "remora.cache.*.maximum-size",
                        "",
                        List.of("1", "100000000"),
                        List.of("0", "100000001", "-1", "1e3", "many")),
                duration("remora.cache.*.expire-after-write", "", "0s"),
                duration("remora.cache.*.expire-after-access", "", "0s"),
                flag("remora.cache.*.statistics", ""),
                new Example(
                        "remora.cache.*.announce", "", List.of("every_put", "CHANGES"), List.of("never", "every-put")),
                new Example("remora.jobs.threads", "", List.of("0", "4", "1000"), List.of("-1", "1001", "many")),
                duration("remora.drain.grace", "30s", "0s"),
                duration("remora.health.majority-wait", "1m", "0s"),
                flag("remora.management.show-values", "false"));
    }

    @Test
    void all_everyKey_hasAnExampleHere() {
        assertThat(examples().map(Example::key))
                .containsExactlyElementsOf(
                        Catalogue.all().stream().map(Setting::key).toList());
    }

    @Test
    void ofApplications_keysOfSessionsAndCaches_exceptTheStores() {
        assertThat(Catalogue.ofApplications())
                .extracting(Setting::key)
                .containsExactly(
                        "remora.session.enabled",
                        "remora.session.consistency",
                        "remora.session.max-staleness",
                        "remora.session.mutation-detection",
                        "remora.session.immutable-types",
                        "remora.session.on-outage",
                        "remora.session.grid-timeout",
                        "remora.session.serial-filter",
                        "remora.session.max-size",
                        "remora.session.exclude",
                        "remora.session.max-lifetime",
                        "remora.session.max-per-user",
                        "remora.session.passive",
                        "remora.session.sockets-keep-alive",
                        "remora.cache.*.maximum-size",
                        "remora.cache.*.expire-after-write",
                        "remora.cache.*.expire-after-access",
                        "remora.cache.*.statistics",
                        "remora.cache.*.announce");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void key_nothingWritten_hasAUsableDefault(Example example) {
        Setting<?> setting = setting(example);

        assertThat(setting.defaultText()).isEqualTo(example.defaultText());
        assertThatCode(() -> setting.type().read(setting.defaultText())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void key_acceptedTextWritten_isRead(Example example) {
        for (String text : example.accepted()) {
            assertThatCode(() -> read(example, text)).as(text).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void key_refusedTextWritten_isTheOneProblem(Example example) {
        for (String text : example.refused()) {
            InvalidSettingsException thrown =
                    catchThrowableOfType(InvalidSettingsException.class, () -> read(example, text));

            assertThat(thrown.problems()).as(text).singleElement().satisfies(problem -> {
                assertThat(problem.key()).isEqualTo(example.key());
                assertThat(problem.value()).isEqualTo(SettingProblem.isSecret(example.key()) ? "(hidden)" : text);
                assertThat(problem.remedy()).contains("must be " + allowed(example));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void key_refusedTextWritten_isFoundWithTheServersSettingsToo(Example example) {
        for (String text : example.refused()) {
            assertThatThrownBy(() -> RemoraSettings.read(TestConfig.of(example.key(), text)))
                    .isInstanceOf(InvalidSettingsException.class);
        }
    }

    private static String allowed(Example example) {
        return setting(example).type().allowed().replace("a comma-separated list of ", "");
    }

    private static Record read(Example example, String text) {
        // A list of nodes contradicts the default.
        Config config = example.key().equals("remora.discovery.static.nodes")
                ? TestConfig.of(example.key(), text, "remora.discovery", "static")
                : TestConfig.of(example.key(), text);
        return setting(example).scope() == Scope.APPLICATION
                ? SessionSettings.read(config)
                : RemoraSettings.read(config);
    }

    private static Setting<?> setting(Example example) {
        return Catalogue.all().stream()
                .filter(setting -> setting.key().equals(example.key()))
                .findFirst()
                .orElseThrow();
    }

    private static Example flag(String key, String defaultText) {
        return new Example(
                key, defaultText, List.of("true", "false", "TRUE"), List.of("yes", "1", "tru", "on", "true,false"));
    }

    private static Example name(String key, String defaultText) {
        return new Example(
                key,
                defaultText,
                List.of("shop", "a", "A_b-9", "x".repeat(64)),
                List.of("a b", "a.b", "x".repeat(65), "caf\u00e9", "a;b"));
    }

    private static Example duration(String key, String defaultText, String least) {
        return new Example(
                key,
                defaultText,
                List.of(least, "365d", "500ms", "5s", "10m", "1h", "7d", "PT5S"),
                List.of("366d", "-1s", "PT-1S", "5", "5 s", "5S", "1.5s", "soon"));
    }

    private static Example seconds(String key, String defaultText) {
        return new Example(
                key,
                defaultText,
                List.of("1s", "365d", "2000ms", "PT1M"),
                List.of("0s", "500ms", "1500ms", "PT1.5S", "366d", "-1s"));
    }
}
