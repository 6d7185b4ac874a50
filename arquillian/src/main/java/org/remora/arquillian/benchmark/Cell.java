package org.remora.arquillian.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rounds of one scenario on one subject, beside those of the subject that it is compared with.
 *
 * @param rounds one measurement of each round
 * @param base the measurements of the same rounds of the base, the same ones if this is the base itself
 */
record Cell(Scenario scenario, Subject subject, List<Measurement> rounds, List<Measurement> base) {

    Cell {
        rounds = List.copyOf(rounds);
        base = List.copyOf(base);
        if (rounds.size() != base.size()) {
            throw new IllegalArgumentException("rounds without a counterpart: " + rounds.size() + ", " + base.size());
        }
    }

    /** Whether this cell is the one that others are compared with. */
    boolean isBase() {
        return rounds.equals(base);
    }

    /** The median over the rounds. */
    double median(ToDoubleFunction<Measurement> quantity) {
        return Spread.of(rounds.stream().mapToDouble(quantity)).median();
    }

    /**
     * This subject as a multiple of the base. Round is divided by round, as the two were measured one right after the
     * other, under the same conditions.
     */
    Spread ratio(ToDoubleFunction<Measurement> quantity) {
        return Spread.of(IntStream.range(0, rounds.size())
                .mapToDouble(
                        round -> quantity.applyAsDouble(rounds.get(round)) / quantity.applyAsDouble(base.get(round))));
    }
}
