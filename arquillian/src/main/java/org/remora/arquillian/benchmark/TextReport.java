package org.remora.arquillian.benchmark;

import java.util.Locale;

/** The result as a table of 100 columns and some notes. */
record TextReport(Result result) {

    private static final String HEAD = "%-21s %-11s %8s %7s %7s %7s %6s %-11s %6s %7s%n";
    private static final String ROW = "%-21s %-11s %8.0f %7.2f %7.2f %7.1f %6.2f %-11s %6.2f %7.0f%n";

    String text() {
        StringBuilder text = new StringBuilder();
        Machine machine = result.machine();
        line(text, "Payara Micro %s, %s, %d cores", machine.payara(), machine.processor(), machine.cores());
        line(text, "%s, %s, servers with %s", machine.java(), machine.system(), String.join(" ", result.jvmOptions()));
        text.append(System.lineSeparator());
        append(text, HEAD, "", "", "requests", "p50", "p99", "CPU", "CPU", "lowest-", "req/s", "bytes");
        append(text, HEAD, "scenario", "subject", "/s", "ms", "ms", "us/req", "x", "highest", "x", "/req");
        for (Scenario scenario : result.scenarios()) {
            rows(text, scenario);
        }
        notes(text);
        return text.toString();
    }

    private void rows(StringBuilder text, Scenario scenario) {
        for (Subject subject : result.subjects()) {
            result.cell(scenario, subject).ifPresent(cell -> row(text, cell));
        }
    }

    private static void row(StringBuilder text, Cell cell) {
        Spread cpu = cell.ratio(Measurement::cpuMicros);
        append(
                text,
                ROW,
                cell.scenario().title(),
                cell.subject().key(),
                cell.median(Measurement::requestsPerSecond),
                cell.median(Measurement::p50Millis),
                cell.median(Measurement::p99Millis),
                cell.median(Measurement::cpuMicros),
                cpu.median(),
                String.format(Locale.ROOT, "%.2f-%.2f", cpu.lowest(), cpu.highest()),
                cell.ratio(Measurement::requestsPerSecond).median(),
                cell.median(Measurement::bytes));
    }

    private void notes(StringBuilder text) {
        text.append(System.lineSeparator());
        line(text, "Medians over %d rounds. x: multiple of %s, round by round. Sessions of 10 KB", rounds(), base());
        line(text, "where nothing else is said. CPU: all servers of a subject together; the load generator");
        line(text, "used %.0f us per request beside them. Bytes: between the servers, headers included.", client());
        for (IdleCost idle : result.idle()) {
            line(
                    text,
                    "Idle, %s: %.1f ms CPU and %.0f bytes per second.",
                    idle.subject().key(),
                    idle.cpuMillisPerSecond(),
                    idle.bytesPerSecond());
        }
        if (result.closedConnections() > 0) {
            line(text, "%d connections were closed while counted: bytes are missing.", result.closedConnections());
        }
    }

    private int rounds() {
        return result.amounts().rounds();
    }

    private String base() {
        return result.subjects().get(0).key();
    }

    private double client() {
        return Spread.of(result.cells().stream()
                        .flatMap(cell -> cell.rounds().stream())
                        .mapToDouble(Measurement::clientCpuMicros))
                .median();
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        append(text, format + "%n", arguments);
    }

    private static void append(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments));
    }
}
