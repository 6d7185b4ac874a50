package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {

    @Test
    void read_nothingWritten_isHalfAMinuteOfGraceAndAMinuteOfDoubt() {
        assertThat(ServiceSettings.read(TestConfig.of()))
                .isEqualTo(new ServiceSettings(Duration.ofSeconds(30), Duration.ofMinutes(1)));
    }

    @Test
    void read_written_isWhatIsWritten() {
        assertThat(ServiceSettings.read(TestConfig.of("remora.drain.grace", "5m", "remora.health.majority-wait", "0s")))
                .isEqualTo(new ServiceSettings(Duration.ofMinutes(5), Duration.ZERO));
    }

    @Test
    void read_negative_isRefused() {
        assertThatThrownBy(() -> ServiceSettings.read(TestConfig.of("remora.drain.grace", "-1s")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("remora.drain.grace");
    }
}
