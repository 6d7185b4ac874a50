package org.remora.arquillian.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.load.Pace;

class ReportTest {

    private static final List<Measurement> PLAIN = List.of(new Measurement(9_000, 0.5, 4, 60, 0, 0, 20, 0));
    private static final List<Measurement> REMORA = List.of(new Measurement(4_500, 1.25, 8, 120, 450, 3, 20, 0));

    private final Result result = new Result(
            new Machine("A \"fast\" one", 2, "17", "Linux", "6"),
            Amounts.USUAL,
            List.of("-Xmx512m"),
            List.of(
                    new Cell(Scenario.WRITE_10, Subject.PLAIN, PLAIN, PLAIN),
                    new Cell(Scenario.WRITE_10, Subject.REMORA, REMORA, PLAIN)),
            List.of(new IdleCost(Subject.REMORA, 12, 345)));

    @Test
    void text_widestRow_fitsIntoAHundredColumns() {
        assertThat(new TextReport(result).text().lines())
                .anySatisfy(line -> assertThat(line).startsWith("sticky write").contains("2.00-2.00"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void markdown_baseAndOther_showsTheValueOfOneAndTheMultipleOfTheOther() {
        assertThat(new MarkdownReport(result).text())
                .contains("| sticky write | 60 µs | 2.00 x |")
                .contains("| sticky write | 9000 | 0.50 x |")
                .contains("| sticky write | 0.5 / 4.0 | 1.3 / 8.0 |")
                .contains("| sticky write | - | 450 |");
    }

    @Test
    void markdown_pace_isToldAmongTheConditions() {
        assertThat(new MarkdownReport(result).text()).contains("200 users over 8 connections, medians");
        Amounts paced = new Amounts(5, 30_000, 150_000, 200, 8, new Pace(6_000), Duration.ofSeconds(10));

        assertThat(new MarkdownReport(
                                new Result(result.machine(), paced, result.jvmOptions(), result.cells(), result.idle()))
                        .text())
                .contains("200 users over 8 connections at 6000 requests a second, medians");
    }

    @Test
    void json_quotationMarkInAText_isEscaped() {
        assertThat(new JsonReport(result).text()).contains("\"processor\":\"A \\\"fast\\\" one\"");
    }

    @Test
    void json_infiniteNumber_isNull() {
        assertThat(Json.of(Double.POSITIVE_INFINITY)).isEqualTo("null");
    }
}
