package org.remora.arquillian.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CellTest {

    @Test
    void spread_evenNumberOfRounds_hasTheMeanOfTheMiddleTwo() {
        assertThat(Spread.of(DoubleStream.of(4, 1, 3, 10))).isEqualTo(new Spread(1, 3.5, 10));
    }

    @Test
    void ratio_slowAndFastRounds_dividesRoundByRound() {
        Cell cell = new Cell(Scenario.READ_10, Subject.REMORA, rounds(100, 400, 210), rounds(50, 200, 100));

        assertThat(cell.ratio(Measurement::cpuMicros)).isEqualTo(new Spread(2.0, 2.0, 2.1));
        assertThat(cell.median(Measurement::cpuMicros)).isEqualTo(210);
    }

    private static List<Measurement> rounds(double... cpuMicros) {
        return DoubleStream.of(cpuMicros)
                .mapToObj(cpu -> new Measurement(1, 1, 1, cpu, 0, 0, 0, 0))
                .toList();
    }
}
