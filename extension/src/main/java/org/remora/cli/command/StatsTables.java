package org.remora.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.remora.cli.output.Column;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.output.Table;

/** The tables of {@code stats}; each ends with the sums. */
final class StatsTables {

    static final Table MEMBERS = new Table(
            Column.of("NAME", row -> row.text("name") + (row.flag("self") ? " *" : "")),
            Column.of("ADDRESS", "address"),
            Column.of("STATE", StatsTables::state),
            Column.number("UP", row -> row.flag("answered") ? Spans.ofSeconds(row.number("uptimeSeconds")) : "-"),
            Column.number("PARTS", "ownedPartitions"),
            Column.of("TROUBLE", "trouble"));

    private static final Column APPLICATION = Column.of("APPLICATION", "application");
    private static final Column NODE = Column.of("NODE", row -> row.text("node").isEmpty() ? "all" : row.text("node"));

    private static final Table LIVES = new Table(
            APPLICATION,
            NODE,
            Column.number("LIVE", "sessionsLive"),
            Column.number("CREATED", "sessionsCreated"),
            Column.number("RESTORED", "sessionsRestored"),
            Column.number("EXPIRED", "sessionsExpired"),
            Column.number("ENDED", "sessionsInvalidated"),
            Column.number("AT RISK", "suspendedSessions"),
            Column.number("OUT", "outages"));

    private static final Table REPLICATION = new Table(
            APPLICATION,
            NODE,
            Column.number("COMMITS", "commits"),
            Column.number("IDLE", "commitsWithoutChange"),
            Column.number("SENT", row -> bytes(row.number("bytesSent"))),
            Column.number("CONFL", "conflicts"),
            Column.number("MERGED", "attributesMerged"),
            Column.number("UNREAD", "attributesUnreadable"),
            Column.number("P50", row -> millis(row.number("gridCallP50Micros"))),
            Column.number("P99", row -> millis(row.number("gridCallP99Micros"))));

    private static final Table INVALIDATIONS = new Table(
            APPLICATION,
            NODE,
            Column.number("SENT", "sent"),
            Column.number("RECEIVED", "received"),
            Column.number("MERGED", "coalesced"),
            Column.number("GAPS", "gaps"),
            Column.number("CUT OFF", "cutOffs"),
            Column.number("DROPS", "fullDrops"),
            Column.number("UNREAD", "unreadable"));

    private static final Table JOBS = new Table(
            NODE,
            Column.number("WAITING", "waiting"),
            Column.number("RUNNING", "running"),
            Column.number("OVER", "over"),
            Column.number("BUSY THREADS", "busyThreads"),
            Column.number("FINISHED", "finished"));

    private static final long STEP = 1024;
    private static final long MICROS_OF_MILLI = 1000;

    private StatsTables() {}

    static void showSessions(Fields report, Screen screen) {
        List<Fields> rows = withSums(report, "sessions", "sessionSums");
        screen.line(Screen.Style.BOLD, "Sessions");
        if (rows.isEmpty()) {
            screen.line("No application with clustered sessions.");
            return;
        }
        screen.table(LIVES, rows);
        screen.line("");
        screen.table(REPLICATION, rows);
    }

    static void showInvalidations(Fields report, Screen screen) {
        List<Fields> rows = withSums(report, "invalidations", "invalidationSums");
        screen.line(Screen.Style.BOLD, "Cache invalidations");
        if (rows.isEmpty()) {
            screen.line("No application.");
            return;
        }
        screen.table(INVALIDATIONS, rows);
    }

    static void showJobs(Fields report, Screen screen) {
        List<Fields> rows = Stream.concat(report.rows("jobs").stream(), Stream.of(report.fields("jobSum")))
                .toList();
        screen.line(Screen.Style.BOLD, "Jobs");
        screen.table(JOBS, rows);
    }

    private static List<Fields> withSums(Fields report, String rows, String sums) {
        return Stream.concat(report.rows(rows).stream(), report.rows(sums).stream())
                .toList();
    }

    private static String state(Fields member) {
        String state = member.flag("answered") ? member.text("state") : "SILENT";
        return state + (member.flag("lite") ? " (lite)" : "");
    }

    /** Bytes, in the largest unit that leaves a whole number before the point. */
    static String bytes(long bytes) {
        String units = "kMGT";
        if (bytes < STEP) {
            return bytes + "B";
        }
        double left = bytes;
        int unit = -1;
        while (left >= STEP && unit < units.length() - 1) {
            left /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f%c", left, units.charAt(unit));
    }

    private static String millis(long micros) {
        return micros == 0 ? "-" : String.format(Locale.ROOT, "%.1fms", micros / (double) MICROS_OF_MILLI);
    }
}
