package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvalidationSettingsTest {

    @Test
    void read_nothingWritten_givesTheDefaults() {
        assertThat(InvalidationSettings.read(TestConfig.of()))
                .isEqualTo(new InvalidationSettings(true, Duration.ofSeconds(1)));
    }

    @Test
    void read_everythingWritten_givesWhatIsWritten() {
        assertThat(InvalidationSettings.read(
                        TestConfig.of("remora.invalidation.enabled", "false", "remora.invalidation.max-silence", "3s")))
                .isEqualTo(new InvalidationSettings(false, Duration.ofSeconds(3)));
    }

    @Test
    void read_silenceThatIsTooShort_isRefused() {
        assertThatThrownBy(() -> InvalidationSettings.read(TestConfig.of("remora.invalidation.max-silence", "10ms")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("remora.invalidation.max-silence");
    }
}
