package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JobsSettingsTest {

    @Test
    void read_nothingWritten_isAsManyThreadsAsProcessors() {
        assertThat(JobsSettings.read(TestConfig.of(), 6)).isEqualTo(new JobsSettings(6));
    }

    @Test
    void read_noThreads_isForAServerThatOnlySubmits() {
        assertThat(JobsSettings.read(TestConfig.of("remora.jobs.threads", "0"), 6))
                .isEqualTo(new JobsSettings(0));
    }

    @Test
    void read_lessThanNone_isRefused() {
        assertThatThrownBy(() -> JobsSettings.read(TestConfig.of("remora.jobs.threads", "-1"), 6))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("remora.jobs.threads");
    }
}
