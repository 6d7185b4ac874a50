package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangeTest {

    @ParameterizedTest
    @CsvSource({"1,1,1", "65535,65535,65535", "33000-35000,33000,35000", "7-7,7,7", "1-65535,1,65535"})
    void parse_portOrRange_findsBothEnds(String text, int first, int last) {
        assertThat(PortRange.parse(text)).contains(new PortRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "65536", "2-1", "0-5", "1-65536", "1-", "-1", "1-2-3", "a", "1 - 2", "*", "123456"})
    void parse_anythingElse_isNothing(String text) {
        assertThat(PortRange.parse(text)).isEmpty();
    }

    @Test
    void parse_whatToStringWrote_givesTheSameAgain() {
        Random random = new Random(20240304);
        for (int i = 0; i < 2_000; i++) {
            int first = 1 + random.nextInt(65535);
            PortRange range = new PortRange(first, first + random.nextInt(65536 - first));

            assertThat(PortRange.parse(range.toString())).contains(range);
        }
    }

    @Test
    void range_thatIsNone_isRefused() {
        assertThatThrownBy(() -> new PortRange(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PortRange(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
