package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvalidationSettingsTest {

    @Test
    void read_nothingWritten_givesTheDefaults() {
        assertThat(RemoraSettings.read(TestConfig.of()).invalidation())
                .isEqualTo(new InvalidationSettings(true, Duration.ofMillis(750)));
    }

    @Test
    void read_everythingWritten_givesWhatIsWritten() {
        assertThat(RemoraSettings.read(TestConfig.of(
                                "remora.invalidation.enabled", "false", "remora.invalidation.max-silence", "3s"))
                        .invalidation())
                .isEqualTo(new InvalidationSettings(false, Duration.ofSeconds(3)));
    }

    @Test
    void read_silenceThatIsTooShort_isRefused() {
        assertThatThrownBy(() -> RemoraSettings.read(TestConfig.of("remora.invalidation.max-silence", "10ms")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("remora.invalidation.max-silence");
    }

    @Test
    void agreed_ofAllServers_hasBothKeys() {
        assertThat(RemoraSettings.read(TestConfig.of("remora.invalidation.enabled", "false"))
                        .agreed())
                .containsEntry("remora.invalidation.enabled", "false")
                .containsEntry("remora.invalidation.max-silence", "PT0.75S");
    }
}
