package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

    @ParameterizedTest
    @CsvSource({
        "remora.clustername, remora.cluster.name",
        "remora.cluster.nmae, remora.cluster.name",
        "remora.cluster-name, remora.cluster.name",
        "remora.network.portAutoIncrement, remora.network.port-auto-increment",
        "remora.session.max_staleness, remora.session.max-staleness",
        "remora.backup-count, remora.session.backup-count",
        "remora.discovery.nodes, remora.discovery.static.nodes",
        "%dev.remora.lit, remora.lite"
    })
    void key_nearlyRight_isAProblemWithASuggestion(String written, String meant) {
        assertThat(problems(TestConfig.of(written, "1")))
                .singleElement()
                .extracting(SettingProblem::remedy)
                .asString()
                .startsWith("there is no such setting; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remora.secret",
                "remora.session.max-idle",
                "remora.management.port",
                "remora.hazelcast.properties",
                "remora.hazelcast.properties."
            })
    void key_ofNoneKnown_isAProblem(String written) {
        assertThat(problems(TestConfig.of(written, "1")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo(written));
    }

    @Test
    void key_unknown_itsValueIsNotShown() {
        assertThat(problems(TestConfig.of("remora.cluster.secrt", "tell nobody", "remora.secret", "or this")))
                .hasSize(2)
                .noneMatch(problem -> problem.message().contains("tell nobody"))
                .noneMatch(problem -> problem.message().contains("or this"));
    }

    @Test
    void key_unknown_saysWhereItIsSet() {
        assertThat(problems(TestConfig.ofEnvironment(Map.of("REMORA_CLUSTER_NAM", "x"))))
                .extracting(SettingProblem::message)
                .containsExactly("REMORA_CLUSTER_NAM: there is no such setting;"
                        + " did you mean REMORA_CLUSTER_NAME? (set in Environment)");
    }

    @Test
    void key_unknownAndItsValueCannotBeResolved_isStillOneProblem() {
        assertThat(problems(TestConfig.of("remora.x", "${remora.y}", "remora.z", "${remora.z}")))
                .extracting(SettingProblem::key)
                .containsExactly("remora.x", "remora.z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remora", "remorax.y", "java.home", "REMORA", "REMORAX_Y", "a.remora.b"})
    void name_ofSomethingElse_isNotLookedAt(String name) {
        assertThatCode(() -> RemoraSettings.read(TestConfig.of(name, "1"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REMORA_NETWORK_PORT", "remora_network_port", "remora.network.port"})
    void variable_ofAKey_isKnown(String name) {
        assertThatCode(() -> RemoraSettings.read(TestConfig.ofEnvironment(Map.of(name, "5702"))))
                .doesNotThrowAnyException();
    }

    @Test
    void variable_forHazelcast_isAProblemThatSaysWhereToPutIt() {
        assertThat(problems(TestConfig.ofEnvironment(Map.of("REMORA_HAZELCAST_PROPERTIES_HAZELCAST_JMX", "true"))))
                .singleElement()
                .extracting(SettingProblem::remedy)
                .asString()
                .contains("remora.hazelcast.properties.NAME", "system property");
    }

    @Test
    void variables_thatKubernetesSetsForAService_areNotLookedAt() {
        Map<String, String> variables = Map.of(
                "REMORA_SERVICE_HOST", "10.0.0.7",
                "REMORA_SERVICE_PORT", "8080",
                "REMORA_SERVICE_PORT_HTTP", "8080",
                "REMORA_PORT", "tcp://10.0.0.7:8080",
                "REMORA_PORT_8080_TCP", "tcp://10.0.0.7:8080",
                "REMORA_PORT_8080_TCP_PROTO", "tcp",
                "REMORA_PORT_8080_TCP_PORT", "8080",
                "REMORA_PORT_8080_TCP_ADDR", "10.0.0.7",
                "REMORA_SHOP_PORT", "udp://10.0.0.8:53",
                "REMORA_SHOP_SERVICE_HOST", "10.0.0.8");

        assertThatCode(() -> RemoraSettings.read(TestConfig.ofEnvironment(variables)))
                .doesNotThrowAnyException();
    }

    @Test
    void variable_thatOnlyLooksLikeAService_isAProblem() {
        assertThat(problems(TestConfig.ofEnvironment(Map.of("REMORA_NETWROK_PORT", "5701"))))
                .extracting(SettingProblem::key)
                .containsExactly("REMORA_NETWROK_PORT");
    }

    private static List<SettingProblem> problems(Config config) {
        return catchThrowableOfType(InvalidSettingsException.class, () -> RemoraSettings.read(config))
                .problems();
    }
}
