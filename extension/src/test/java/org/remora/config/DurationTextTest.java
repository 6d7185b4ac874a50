package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "0ms, PT0S",
        "500ms, PT0.5S",
        "5s, PT5S",
        "10m, PT10M",
        "1h, PT1H",
        "7d, PT168H",
        "PT0.25S, PT0.25S",
        "P1DT2H, PT26H",
        "pt5s, PT5S",
        "007s, PT7S"
    })
    void parse_duration_isRead(String text, Duration expected) {
        assertThat(DurationText.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "s",
                "5S",
                "5 s",
                " 5s",
                "1.5s",
                "-5s",
                "PT-5S",
                "-PT5S",
                "5s5s",
                "1w",
                "1y",
                "P1M",
                "PT",
                "999999999999999d",
                "9999999999999999s",
                "\u0665s"
            })
    void parse_anythingElse_isNothing(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }

    @Test
    void parse_anyNumberOfAnyUnit_isThatMany() {
        Random random = new Random(20240303);
        for (int i = 0; i < 2_000; i++) {
            int number = random.nextInt(1_000_000);

            assertThat(DurationText.parse(number + "ms")).contains(Duration.ofMillis(number));
            assertThat(DurationText.parse(number + "s")).contains(Duration.ofSeconds(number));
            assertThat(DurationText.parse(number + "m")).contains(Duration.ofMinutes(number));
            assertThat(DurationText.parse(number + "h")).contains(Duration.ofHours(number));
            assertThat(DurationText.parse(number + "d")).contains(Duration.ofDays(number));
            assertThat(DurationText.parse(Duration.ofMillis(number).toString())).contains(Duration.ofMillis(number));
        }
    }
}
