package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class CacheSettingsTest {

    private static final CacheOverrides NOTHING = new CacheOverrides(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void of_cacheOfWhichNothingIsWritten_overridesNothing() {
        assertThat(CacheSettings.NONE.of("prices")).isEqualTo(NOTHING);
        assertThat(CacheSettings.read(TestConfig.of("remora.cache.contacts.maximum-size", "5"))
                        .of("prices"))
                .isEqualTo(NOTHING);
    }

    @Test
    void of_cacheOfWhichEverythingIsWritten_overridesEverything() {
        assertThat(CacheSettings.read(TestConfig.of(Map.of(
                                "remora.cache.prices.maximum-size", "5",
                                "remora.cache.prices.expire-after-write", "10m",
                                "remora.cache.prices.expire-after-access", "0s",
                                "remora.cache.prices.statistics", "true",
                                "remora.cache.prices.announce", "changes")))
                        .of("prices"))
                .isEqualTo(new CacheOverrides(
                        Optional.of(5),
                        Optional.of(Duration.ofMinutes(10)),
                        Optional.of(Duration.ZERO),
                        Optional.of(true),
                        Optional.of(CacheAnnouncement.CHANGES)));
    }

    @Test
    void of_writtenForAll_countsWhereNothingIsWrittenForTheCache() {
        CacheSettings settings = CacheSettings.read(
                TestConfig.of("remora.cache.*.maximum-size", "5", "remora.cache.shop.prices.maximum-size", "7"));

        assertThat(settings.of("contacts").maximumSize()).contains(5);
        assertThat(settings.of("shop.prices").maximumSize()).contains(7);
    }

    @Test
    void of_writtenInTheEnvironment_counts() {
        assertThat(CacheSettings.read(TestConfig.ofEnvironment(Map.of("REMORA_CACHE_PRICES_STATISTICS", "true")))
                        .of("prices")
                        .statistics())
                .contains(true);
    }

    @Test
    void read_wrongValue_isAProblemOfItsKeyForApplicationAndServer() {
        Config config = TestConfig.of("remora.cache.prices.maximum-size", "none", "remora.cache.a.statistics", "yes");

        List<SettingProblem> problems = catchThrowableOfType(
                        InvalidSettingsException.class, () -> CacheSettings.read(config))
                .problems();

        assertThat(problems)
                .extracting(SettingProblem::key)
                .containsExactlyInAnyOrder("remora.cache.prices.maximum-size", "remora.cache.a.statistics");
        assertThat(catchThrowableOfType(InvalidSettingsException.class, () -> RemoraSettings.read(config))
                        .problems())
                .hasSameElementsAs(problems);
    }

    @Test
    void read_keyThatNoCacheHas_isAProblemThatNamesThoseThereAre() {
        Config config = TestConfig.of(
                "remora.cache.prices.max-size", "5", "remora.cache.maximum-size", "5", "remora.cache..statistics", "1");

        assertThat(catchThrowableOfType(InvalidSettingsException.class, () -> CacheSettings.read(config))
                        .problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.remedy()).contains("remora.cache.*.maximum-size"));
    }
}
