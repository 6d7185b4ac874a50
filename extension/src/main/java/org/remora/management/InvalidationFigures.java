package org.remora.management;

import java.util.List;
import org.remora.cluster.Figures;
import org.remora.invalidation.InvalidationStatistics;

/** The statistics of an application's invalidations as numbers that travel; numbers are only appended. */
final class InvalidationFigures {

    static final String KIND = "invalidation";

    private InvalidationFigures() {}

    static Figures of(String application, InvalidationStatistics statistics) {
        return new Figures(
                KIND,
                application,
                List.of(
                        statistics.sent(),
                        statistics.received(),
                        statistics.coalesced(),
                        statistics.gaps(),
                        statistics.cutOffs(),
                        statistics.unreadable(),
                        statistics.fullDrops()));
    }

    static InvalidationStatistics read(Figures numbers) {
        return new InvalidationStatistics(
                numbers.at(0),
                numbers.at(1),
                numbers.at(2),
                numbers.at(3),
                numbers.at(4),
                numbers.at(5),
                numbers.at(6));
    }
}
