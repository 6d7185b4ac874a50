package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsTest {

    @ParameterizedTest
    @CsvSource({"0,6", "6,0", "3,3", "0,0", "1,5"})
    void backups_sixTogetherAtMost_areGood(String synchronous, String asynchronous) {
        assertThatCode(() -> RemoraSettings.read(backups(synchronous, asynchronous)))
                .doesNotThrowAnyException();
    }

    @Test
    void heartbeats_fewerThanFourInATimeout_areAProblem() {
        assertThatThrownBy(() -> RemoraSettings.read(TestConfig.of(
                        "remora.failure.heartbeat-interval", "1001ms", "remora.failure.heartbeat-timeout", "4s")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("remora.failure.heartbeat-interval = 1001ms: must be at most a quarter of"
                        + " remora.failure.heartbeat-timeout");
        assertThatCode(() -> RemoraSettings.read(TestConfig.of(
                        "remora.failure.heartbeat-interval", "1s", "remora.failure.heartbeat-timeout", "4s")))
                .doesNotThrowAnyException();
    }

    @Test
    void heartbeats_noIntervalSet_fitIntoTheTimeout() {
        FailureSettings failure = RemoraSettings.read(TestConfig.of("remora.failure.heartbeat-timeout", "1s"))
                .failure();

        assertThat(failure.heartbeatInterval()).isEqualTo(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @CsvSource({"1,6", "6,1", "4,3", "6,6"})
    void backups_moreThanSixTogether_areAProblem(String synchronous, String asynchronous) {
        assertThatThrownBy(() -> RemoraSettings.read(backups(synchronous, asynchronous)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("remora.session.async-backup-count = " + asynchronous
                        + ": with remora.session.backup-count = " + synchronous + " must be at most ");
    }

    @Test
    void backups_oneOfThemBad_onlyThatIsAProblem() {
        InvalidSettingsException thrown =
                catchThrowableOfType(InvalidSettingsException.class, () -> RemoraSettings.read(backups("x", "6")));

        assertThat(thrown.problems()).extracting(SettingProblem::value).containsExactly("x");
    }

    @Test
    void staticNodes_withoutDiscovery_areAProblem() {
        assertThatThrownBy(() -> RemoraSettings.read(
                        TestConfig.of("remora.discovery", "none", "remora.discovery.static.nodes", "a:1,b:2")))
                .hasMessageContaining(
                        "remora.discovery.static.nodes = a:1,b:2: has no use with remora.discovery = none");
    }

    @Test
    void read_nodesListedWithMdns_namesBothKeys() {
        assertThatThrownBy(() -> RemoraSettings.read(TestConfig.of("remora.discovery.static.nodes", "a:1,b:2")))
                .hasMessageContaining(
                        "remora.discovery.static.nodes = a:1,b:2: has no use with remora.discovery = mdns");
    }

    @Test
    void read_interfaceOfMdnsWithAnotherDiscovery_namesBothKeys() {
        assertThatThrownBy(() -> RemoraSettings.read(
                        TestConfig.of("remora.discovery", "static", "remora.discovery.mdns.interface", "10.1.0.4")))
                .hasMessageContaining(
                        "remora.discovery.mdns.interface = 10.1.0.4: has no use with remora.discovery = static");
    }

    @Test
    void lite_withoutDiscovery_isAProblem() {
        assertThatThrownBy(() -> RemoraSettings.read(TestConfig.of("remora.discovery", "none", "remora.lite", "true")))
                .hasMessageContaining("remora.lite = true: ");
    }

    @Test
    void settings_madeByHandWithAContradiction_areRefused() {
        assertThatThrownBy(() -> new StoreSettings(4, 3, Optional.empty(), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StoreSettings(-1, 0, Optional.empty(), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StoreSettings(0, -1, Optional.empty(), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DiscoverySettings(DiscoveryKind.NONE, List.of(NodeAddress.parse("a"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NetworkSettings("127.0.0.1", 0, true, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Config backups(String synchronous, String asynchronous) {
        return TestConfig.of(
                "remora.session.backup-count", synchronous, "remora.session.async-backup-count", asynchronous);
    }
}
