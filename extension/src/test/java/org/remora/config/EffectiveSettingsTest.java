package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTest {

    @Test
    void read_nothingWritten_everyKeyWithItsDefault() {
        List<EffectiveSetting> all = EffectiveSettings.read(TestConfig.of());

        assertThat(all)
                .extracting(EffectiveSetting::key)
                .containsExactlyElementsOf(Catalogue.all().stream()
                        .map(Setting::key)
                        .filter(key -> !key.contains("*"))
                        .toList());
        assertThat(all).allSatisfy(each -> {
            assertThat(each.source()).isEqualTo(EffectiveSetting.DEFAULT);
            assertThat(each.value()).isEqualTo(each.defaultValue());
            assertThat(each.meaning()).isNotEmpty();
        });
    }

    @Test
    void read_written_hasValueAndSource() {
        assertThat(find(EffectiveSettings.read(TestConfig.of("remora.cluster.name", "shop")), "remora.cluster.name"))
                .isEqualTo(new EffectiveSetting(
                        "remora.cluster.name", "shop", "Domain", "remora", Catalogue.CLUSTER_NAME.meaning()));
    }

    @Test
    void read_secrets_areMasked() {
        List<EffectiveSetting> all = EffectiveSettings.read(TestConfig.of(
                "remora.cluster.secret", "the secret of the shop", "remora.hazelcast.properties.x.password", "hush"));

        assertThat(find(all, "remora.cluster.secret").value()).isEqualTo("***");
        assertThat(find(all, "remora.hazelcast.properties.x.password").value()).isEqualTo("***");
        assertThat(all.toString()).doesNotContain("hush", "the secret of the shop");
    }

    @Test
    void read_keysOfFamilies_areThoseWritten() {
        List<EffectiveSetting> all = EffectiveSettings.read(TestConfig.of(
                "remora.cache.prices.maximum-size", "10", "remora.hazelcast.properties.hazelcast.a", "b"));

        assertThat(find(all, "remora.cache.prices.maximum-size").value()).isEqualTo("10");
        assertThat(find(all, "remora.hazelcast.properties.hazelcast.a").value()).isEqualTo("b");
    }

    @Test
    void differing_ofAnApplication_onlyWhatItHasSetOtherwise() {
        List<EffectiveSetting> ofServer =
                EffectiveSettings.read(TestConfig.of("remora.session.max-staleness", "2s", "remora.cluster.name", "x"));

        assertThat(EffectiveSettings.differing(
                        TestConfig.of(
                                "remora.session.max-staleness", "2s",
                                "remora.session.consistency", "strong",
                                "remora.cluster.name", "y"),
                        ofServer))
                .extracting(EffectiveSetting::key)
                .containsExactly("remora.session.consistency");
    }

    @Test
    void orMade_nothingSet_isWhatWasMade() {
        EffectiveSetting name = find(EffectiveSettings.read(TestConfig.of()), "remora.node.name");

        assertThat(name.orMade("node-1").value()).isEqualTo("node-1");
        assertThat(name.orMade("node-1").orMade("node-2").value()).isEqualTo("node-1");
    }

    @Test
    void showValues_notWritten_isFalse() {
        assertThat(ManagementSettings.read(TestConfig.of()).showValues()).isFalse();
        assertThat(ManagementSettings.read(TestConfig.of("remora.management.show-values", "true"))
                        .showValues())
                .isTrue();
    }

    private static EffectiveSetting find(List<EffectiveSetting> all, String key) {
        return all.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
}
