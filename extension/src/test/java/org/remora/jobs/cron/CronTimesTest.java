package org.remora.jobs.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remora.jobs.InvalidCronException;
import org.remora.jobs.Schedule;

@Timeout(60)
class CronTimesTest {

    private static final Instant SUNDAY = Instant.parse("2025-06-01T12:00:30Z");

    private final CronTimes times = new CronTimes();

    private Instant next(String expression, ZoneId zone) {
        return times.next(new Schedule.Cron(expression, zone), SUNDAY).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "* * * * *, 2025-06-01T12:01:00Z",
        "*/15 * * * *, 2025-06-01T12:15:00Z",
        "0 3 * * *, 2025-06-02T03:00:00Z",
        "0 3 * * 1, 2025-06-02T03:00:00Z",
        "0 3 * * SUN, 2025-06-08T03:00:00Z",
        "30 4 29 2 *, 2028-02-29T04:30:00Z",
        "15 * * * * *, 2025-06-01T12:01:15Z",
    })
    void next_expression_isTheFirstTimeAfter(String expression, String expected) {
        assertThat(next(expression, ZoneOffset.UTC)).isEqualTo(expected);
    }

    @Test
    void next_inATimeZone_followsItsClocks() {
        assertThat(next("0 3 * * *", ZoneId.of("Europe/Berlin"))).isEqualTo("2025-06-02T01:00:00Z");
    }

    @Test
    void next_fixedDelay_isThatLater() {
        assertThat(times.next(new Schedule.FixedDelay(Duration.ofHours(2)), SUNDAY))
                .contains(SUNDAY.plus(Duration.ofHours(2)));
    }

    @Test
    void next_once_isNever() {
        assertThat(times.next(new Schedule.Once(), SUNDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "61 * * * *, 0",
        "* 25 * * *, 2",
        "0 3 32 * *, 4",
        "0 3 * 13 *, 6",
        "0 3 *  1-x *, 7",
        "0 3 * * MOO, 8",
        "0 3 30 2 *, 4",
        "* * * *, 7",
        "* * * * * * *, 12",
        "70 * * * * *, 0",
    })
    void next_impossibleExpression_isRefusedWithThePosition(String expression, int position) {
        assertThatExceptionOfType(InvalidCronException.class)
                .isThrownBy(() -> next(expression, ZoneOffset.UTC))
                .withMessageContaining("'" + expression + "' is wrong at position " + position + ": ")
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }
}
