package org.remora.management;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.remora.cluster.Figures;
import org.remora.session.live.CallTimes;
import org.remora.session.live.ReplicationState;
import org.remora.session.live.SessionStatistics;

/**
 * The statistics of an application's sessions as numbers that travel. Numbers are only appended: nodes of an older and
 * of a newer version read each other's.
 */
final class SessionFigures {

    static final String KIND = "sessions";

    /** Ranges of times, each followed by how many calls took so long; most ranges are empty and not told. */
    static final String CALLS = "session-calls";

    private static final int PAIR = 2;

    private SessionFigures() {}

    static List<Figures> of(String application, SessionStatistics statistics) {
        ReplicationState replication = statistics.replication();
        Figures numbers = new Figures(
                KIND,
                application,
                List.of(
                        statistics.sessionsLive(),
                        statistics.commits(),
                        statistics.unchangedCommits(),
                        statistics.bytesSerialized(),
                        statistics.bytesCompared(),
                        statistics.bytesSent(),
                        statistics.attributesUnreadable(),
                        statistics.attributesRefused(),
                        statistics.conflicts(),
                        statistics.attributesMerged(),
                        statistics.sessionsCreated(),
                        statistics.sessionsExpired(),
                        statistics.sessionsInvalidated(),
                        statistics.sessionsRestored(),
                        statistics.sessionsPutBack(),
                        statistics.usesUntold(),
                        replication.outages(),
                        replication.suspendedCommits(),
                        (long) replication.sessionsWaiting(),
                        replication.suspendedSince().map(Instant::toEpochMilli).orElse(0L)));
        return List.of(numbers, new Figures(CALLS, application, pairs(statistics.gridCalls())));
    }

    static SessionStatistics read(Figures numbers, Figures calls) {
        return new SessionStatistics(
                numbers.at(0),
                numbers.at(1),
                numbers.at(2),
                numbers.at(3),
                numbers.at(4),
                numbers.at(5),
                numbers.at(6),
                numbers.at(7),
                numbers.at(8),
                numbers.at(9),
                numbers.at(10),
                numbers.at(11),
                numbers.at(12),
                numbers.at(13),
                numbers.at(14),
                numbers.at(15),
                times(calls),
                new ReplicationState(
                        Optional.of(numbers.at(19)).filter(millis -> millis > 0).map(Instant::ofEpochMilli),
                        Math.toIntExact(numbers.at(18)),
                        numbers.at(16),
                        numbers.at(17)));
    }

    private static List<Long> pairs(CallTimes times) {
        long[] counts = times.counts();
        List<Long> pairs = new ArrayList<>();
        for (int range = 0; range < counts.length; range++) {
            if (counts[range] > 0) {
                pairs.add((long) range);
                pairs.add(counts[range]);
            }
        }
        return pairs;
    }

    private static CallTimes times(Figures pairs) {
        long[] counts = new long[CallTimes.RANGES];
        for (int i = 0; i + 1 < pairs.values().size(); i += PAIR) {
            long range = pairs.at(i);
            if (range >= 0 && range < counts.length) {
                counts[(int) range] += pairs.at(i + 1);
            }
        }
        return new CallTimes(counts);
    }
}
