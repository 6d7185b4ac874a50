package org.remora.arquillian.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {

    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void quantile_nothingRecorded_isZero() {
        assertThat(histogram.quantile(0.5)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 127, 128, 129, 1_000, 65_535, 65_536, 1_000_000, 3_600_000_000_000L})
    void quantile_oneValue_isThatValue(long nanos) {
        histogram.record(nanos);

        assertThat(histogram.quantile(0.5).toNanos()).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 0.9, 0.99, 1.0})
    void quantile_evenlySpreadValues_isRightWithinTheBucketWidth(double share) {
        for (long micros = 1; micros <= 100_000; micros++) {
            histogram.record(micros * 1_000);
        }

        assertThat((double) histogram.quantile(share).toNanos())
                .isCloseTo(share * 100_000_000, Percentage.withPercentage(1.6));
    }

    @Test
    void add_otherHistogram_countsBoth() {
        LatencyHistogram other = new LatencyHistogram();
        histogram.record(1_000);
        other.record(3_000);
        histogram.add(other);

        assertThat(histogram.total()).isEqualTo(2);
        assertThat(histogram.longest()).isEqualTo(Duration.ofNanos(3_000));
        assertThat(histogram.quantile(0.5).toNanos()).isCloseTo(1_000, within(16L));
    }
}
