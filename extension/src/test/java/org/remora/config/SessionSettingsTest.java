package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {

    @Test
    void read_nothingWritten_givesTheDefaults() {
        assertThat(SessionSettings.read(TestConfig.of()))
                .isEqualTo(new SessionSettings(
                        true,
                        Consistency.BOUNDED,
                        Duration.ofSeconds(1),
                        MutationDetection.ACCESSED,
                        OutagePolicy.LOCAL,
                        Duration.ofSeconds(2),
                        new AttributeSettings(List.of(), Optional.empty(), 10 << 20),
                        UrlPatterns.NONE,
                        LifetimeSettings.UNLIMITED));
    }

    @Test
    void read_everythingWritten_givesWhatIsWritten() {
        SessionSettings settings = SessionSettings.read(TestConfig.of(
                "remora.session.enabled", "false",
                "remora.session.consistency", "strong",
                "remora.session.max-staleness", "0s",
                "remora.session.mutation-detection", "all",
                "remora.session.on-outage", "fail",
                "remora.session.grid-timeout", "750ms",
                "remora.session.serial-filter", "org.example.**;!*",
                "remora.session.immutable-types", "org.example.Price,org.example.values.**",
                "remora.session.max-size", "512KB",
                "remora.session.exclude", "/static/*,*.css",
                "remora.session.max-lifetime", "8h",
                "remora.session.max-per-user", "3",
                "remora.session.passive", "/poll",
                "remora.session.sockets-keep-alive", "true"));

        assertThat(settings)
                .isEqualTo(new SessionSettings(
                        false,
                        Consistency.STRONG,
                        Duration.ZERO,
                        MutationDetection.ALL,
                        OutagePolicy.FAIL,
                        Duration.ofMillis(750),
                        new AttributeSettings(
                                List.of("org.example.Price", "org.example.values.**"),
                                Optional.of("org.example.**;!*"),
                                512 << 10),
                        new UrlPatterns(List.of(new UrlPattern("/static/*"), new UrlPattern("*.css"))),
                        new LifetimeSettings(
                                Optional.of(Duration.ofHours(8)),
                                new UrlPatterns(List.of(new UrlPattern("/poll"))),
                                Optional.of(3),
                                true)));
    }

    @Test
    void agreed_allKeysOfSessions_butTheTimeoutThatASlowServerMayNeed() {
        List<String> keys = new ArrayList<>(Catalogue.ofApplications().stream()
                .map(Setting::key)
                .filter(key -> key.startsWith("remora.session."))
                .toList());
        keys.remove("remora.session.grid-timeout");

        assertThat(SessionSettings.read(TestConfig.of()).agreed()).containsOnlyKeys(keys);
    }

    @Test
    void agreed_sameValuesWrittenOtherwise_sameTexts() {
        assertThat(SessionSettings.read(TestConfig.of(
                                "remora.session.max-staleness", "1000ms",
                                "remora.session.exclude", "/static/*,*.css",
                                "remora.session.max-size", "10240KB"))
                        .agreed())
                .isEqualTo(SessionSettings.read(TestConfig.of(
                                "remora.session.max-staleness", "PT1S",
                                "remora.session.exclude", "*.css,/static/*",
                                "remora.session.max-size", "10MB"))
                        .agreed());
    }

    @Test
    void agreed_otherValues_otherTextsForPeopleToCompare() {
        assertThat(SessionSettings.read(TestConfig.of(
                                "remora.session.consistency", "strong",
                                "remora.session.max-lifetime", "8h",
                                "remora.session.exclude", "/static/*,*.css"))
                        .agreed())
                .containsEntry("remora.session.consistency", "strong")
                .containsEntry("remora.session.max-lifetime", "PT8H")
                .containsEntry("remora.session.max-per-user", "not set")
                .containsEntry("remora.session.exclude", "*.css,/static/*");
    }

    @Test
    void read_serversKeysBad_isNotTheApplicationsProblem() {
        SessionSettings settings =
                SessionSettings.read(TestConfig.of("remora.network.port", "x", "remora.session.grid-timeout", "3s"));

        assertThat(settings.gridTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void read_unknownKeyInTheApplication_isAProblem() {
        assertThatThrownBy(() -> SessionSettings.read(TestConfig.of("remora.session.consistancy", "strong")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("did you mean remora.session.consistency?");
    }

    @Test
    void settings_durationsThatCannotBe_areRefused() {
        SessionSettings good = SessionSettings.read(TestConfig.of());

        assertThatThrownBy(() -> withDurations(good, Duration.ofMillis(-1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> withDurations(good, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> withDurations(good, Duration.ZERO, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settings_sizeThatCannotBe_isRefused() {
        assertThatThrownBy(() -> new AttributeSettings(List.of(), Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SessionSettings withDurations(SessionSettings from, Duration staleness, Duration timeout) {
        return new SessionSettings(
                from.enabled(),
                from.consistency(),
                staleness,
                from.mutationDetection(),
                from.onOutage(),
                timeout,
                from.attributes(),
                from.exclude(),
                from.lifetime());
    }
}
