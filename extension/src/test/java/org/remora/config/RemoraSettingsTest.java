package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoraSettingsTest {

    @Test
    void read_threadPerCoreEngineOfHazelcast_isRefusedWithReasonAndRemedy() {
        assertThatThrownBy(() -> RemoraSettings.read(
                        TestConfig.of("remora.hazelcast.properties.hazelcast.internal.tpc.enabled", "true")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("remora.hazelcast.properties.hazelcast.internal.tpc.enabled")
                .hasMessageContaining("true")
                .hasMessageContaining("check who connects; remove it");
    }

    @Test
    void read_nothingWritten_givesTheDefaults() {
        RemoraSettings settings = RemoraSettings.read(TestConfig.of());

        assertThat(settings)
                .isEqualTo(new RemoraSettings(
                        true,
                        new ClusterSettings(
                                "remora",
                                List.of(),
                                Optional.empty(),
                                false,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                true,
                                Map.of()),
                        new NetworkSettings("127.0.0.1", 5701, true, List.of()),
                        new DiscoverySettings(DiscoveryKind.MDNS, List.of()),
                        new StoreSettings(1, 0, Optional.empty(), Duration.ofHours(1)),
                        new FailureSettings(Duration.ofMillis(500), Duration.ofSeconds(9)),
                        InvalidationSettings.STANDARD));
    }

    @Test
    void read_everythingWritten_givesWhatIsWritten() {
        RemoraSettings settings = RemoraSettings.read(TestConfig.of(
                "remora.cluster.name", "shop",
                "remora.cluster.secret", "the new secret of the shop, the old secret of the shop",
                "remora.node.name", "node-1",
                "remora.lite", "true",
                "remora.discovery", "static",
                "remora.discovery.static.nodes", "a.example:5701, 10.1.0.4,[fd00::4]:5703",
                "remora.join.timeout", "500ms",
                "remora.network.interface", "10.1.*.*",
                "remora.network.port", "6701",
                "remora.network.port-auto-increment", "false",
                "remora.network.outbound-ports", "33000-35000, 36000",
                "remora.merge.first-run-delay", "1m",
                "remora.merge.run-delay", "2m",
                "remora.merge.remember-ends", "4h",
                "remora.failure.heartbeat-interval", "1s",
                "remora.failure.heartbeat-timeout", "20s",
                "remora.hazelcast.properties.hazelcast.heartbeat.interval.seconds", "1",
                "remora.jmx.enabled", "false",
                "remora.shutdown.timeout", "1h",
                "remora.session.backup-count", "2",
                "remora.session.async-backup-count", "3",
                "remora.session.max-idle", "8h"));

        assertThat(settings)
                .isEqualTo(new RemoraSettings(
                        true,
                        new ClusterSettings(
                                "shop",
                                List.of(
                                        new ClusterSecret("the new secret of the shop"),
                                        new ClusterSecret("the old secret of the shop")),
                                Optional.of("node-1"),
                                true,
                                Duration.ofMillis(500),
                                Duration.ofHours(1),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(2),
                                false,
                                Map.of("hazelcast.heartbeat.interval.seconds", "1")),
                        new NetworkSettings("10.1.*.*", 6701, false, List.of("33000-35000", "36000")),
                        new DiscoverySettings(
                                DiscoveryKind.STATIC,
                                List.of(
                                        NodeAddress.parse("a.example:5701"),
                                        NodeAddress.parse("10.1.0.4"),
                                        NodeAddress.parse("[fd00::4]:5703"))),
                        new StoreSettings(2, 3, Optional.of(Duration.ofHours(8)), Duration.ofHours(4)),
                        new FailureSettings(Duration.ofSeconds(1), Duration.ofSeconds(20)),
                        InvalidationSettings.STANDARD));
    }

    @Test
    void agreed_settings_areTheSameTextForTheSameMeaningAndWithoutTheSecret() {
        RemoraSettings one = RemoraSettings.read(
                TestConfig.of("remora.session.max-idle", "1h", "remora.cluster.secret", "the secret of the shop"));
        RemoraSettings other =
                RemoraSettings.read(TestConfig.of("remora.session.max-idle", "60m", "remora.node.name", "another"));

        assertThat(one.agreed())
                .isEqualTo(other.agreed())
                .containsOnlyKeys(
                        "remora.session.backup-count",
                        "remora.session.async-backup-count",
                        "remora.session.max-idle",
                        "remora.merge.remember-ends",
                        "remora.failure.heartbeat-timeout",
                        "remora.invalidation.enabled",
                        "remora.invalidation.max-silence");
        assertThat(RemoraSettings.read(TestConfig.of()).agreed())
                .containsEntry("remora.session.max-idle", "not set")
                .containsEntry("remora.session.backup-count", "1");
    }

    @Test
    void read_emptyOrBlankValue_countsAsNotSet() {
        RemoraSettings settings = RemoraSettings.read(TestConfig.of(
                "remora.network.port", "", "remora.cluster.name", "  ", "remora.hazelcast.properties.a", ""));

        assertThat(settings).isEqualTo(RemoraSettings.read(TestConfig.of()));
    }

    @Test
    void read_equalNodes_areTakenOnce() {
        RemoraSettings settings = RemoraSettings.read(
                TestConfig.of("remora.discovery", "static", "remora.discovery.static.nodes", "a:5701,b:5701,a:5701"));

        assertThat(settings.discovery().staticNodes()).hasToString("[a:5701, b:5701]");
    }

    @Test
    void read_fromTheEnvironment_findsKeysInCapitals() {
        RemoraSettings settings = RemoraSettings.read(TestConfig.ofEnvironment(Map.of(
                "REMORA_CLUSTER_NAME", "shop",
                "REMORA_NETWORK_PORT_AUTO_INCREMENT", "false",
                "REMORA_SESSION_BACKUP_COUNT", "0")));

        assertThat(settings.cluster().name()).isEqualTo("shop");
        assertThat(settings.network().portAutoIncrement()).isFalse();
        assertThat(settings.store().backupCount()).isZero();
    }

    @Test
    void read_switchedOff_looksAtNothingElse() {
        RemoraSettings settings = RemoraSettings.read(
                TestConfig.of("remora.enabled", "false", "remora.network.port", "none", "remora.no.such.key", "1"));

        assertThat(settings.enabled()).isFalse();
        assertThat(settings.network())
                .isEqualTo(RemoraSettings.read(TestConfig.of()).network());
    }

    @Test
    void read_severalThingsWrong_saysAllAtOnce() {
        InvalidSettingsException thrown = catchThrowableOfType(
                InvalidSettingsException.class,
                () -> RemoraSettings.read(TestConfig.of(
                        "remora.clustr.name", "x",
                        "remora.network.port", "70000",
                        "remora.join.timeout", "soon",
                        "remora.session.backup-count", "4",
                        "remora.session.async-backup-count", "4",
                        "remora.session.consistency", "perfect")));

        assertThat(thrown.problems())
                .extracting(SettingProblem::key)
                .containsExactly(
                        "remora.clustr.name",
                        "remora.join.timeout",
                        "remora.network.port",
                        "remora.session.consistency",
                        "remora.session.async-backup-count");
        assertThat(thrown.getMessage().lines())
                .containsExactly(
                        "These settings of Remora cannot be used:",
                        "  remora.clustr.name: there is no such setting; did you mean remora.cluster.name?"
                                + " (set in Domain)",
                        "  remora.join.timeout = soon: must be a duration from 0s to 365d,"
                                + " like 500ms, 5s, 10m, 1h, 7d or PT5S (set in Domain)",
                        "  remora.network.port = 70000: must be a number from 1 to 65535 (set in Domain)",
                        "  remora.session.consistency = perfect: must be bounded or strong (set in Domain)",
                        "  remora.session.async-backup-count = 4: with remora.session.backup-count = 4 must be"
                                + " at most 2: both together are at most 6");
    }

    @Test
    void read_severalKindsOfDiscovery_saysThatOneIsToBeChosen() {
        assertThatThrownBy(() -> RemoraSettings.read(TestConfig.of("remora.discovery", "static,mdns")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("remora.discovery = static,mdns: must be static or mdns or none");
    }

    @Test
    void read_badEntryInAList_namesTheEntry() {
        assertThatThrownBy(() -> RemoraSettings.read(TestConfig.of(
                        "remora.discovery.static.nodes", "a:5701,b:99999,c", "remora.network.outbound-ports", "1,,2")))
                .hasMessageContaining("entry 'b:99999' must be host, host:port,")
                .hasMessageContaining("entry '' must be ports from 1 to 65535 or ranges like 33000-35000");
    }

    @Test
    void read_referenceToSomethingNotSet_isAProblem() {
        assertThatThrownBy(() -> RemoraSettings.read(TestConfig.of("remora.network.port", "${shop.port}")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("remora.network.port: refers to")
                .hasMessageContaining("shop.port");
    }

    @Test
    void read_referenceToSomethingSet_isFollowed() {
        RemoraSettings settings =
                RemoraSettings.read(TestConfig.of("remora.network.port", "${shop.port}", "shop.port", "6000"));

        assertThat(settings.network().port()).isEqualTo(6000);
    }

    @Test
    void settings_listsAndMapsGivenIn_areCopied() {
        RemoraSettings settings = RemoraSettings.read(TestConfig.of());

        assertThatThrownBy(() -> settings.cluster().hazelcastProperties().put("a", "b"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> settings.network().outboundPorts().add("1"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> settings.discovery().staticNodes().add(NodeAddress.parse("a")))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
