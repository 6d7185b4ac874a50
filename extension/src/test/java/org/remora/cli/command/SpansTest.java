package org.remora.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({"-5, 0s", "0, 0s", "59, 59s", "61, 1m1s", "3600, 1h0m", "90061, 1d1h"})
    void ofSeconds_anyLength_hasTwoUnitsAtMost(long seconds, String text) {
        assertThat(Spans.ofSeconds(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0B", "1023, 1023B", "1536, 1.5k", "5242880, 5.0M", "9223372036854775807, 8388608.0T"})
    void bytes_anyNumber_hasAUnit(long bytes, String text) {
        assertThat(StatsTables.bytes(bytes)).isEqualTo(text);
    }
}
