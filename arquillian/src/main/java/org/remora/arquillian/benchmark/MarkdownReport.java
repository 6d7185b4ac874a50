package org.remora.arquillian.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.remora.arquillian.load.Pace;

/** The result as Markdown: one small table for each quantity, scenarios down, subjects across. */
record MarkdownReport(Result result) {

    String text() {
        StringBuilder text = new StringBuilder(conditions());
        table(text, "CPU time per request, all servers together", this::cpu);
        table(text, "Requests per second", this::throughput);
        table(text, "Latency, p50 / p99 in ms", MarkdownReport::latency);
        table(text, "Bytes between the servers per request, headers included", MarkdownReport::bytes);
        return text.toString();
    }

    private String conditions() {
        Machine machine = result.machine();
        Amounts amounts = result.amounts();
        return """
               Payara Micro %s on %s, %d cores, %s, %s; two servers of each kind (`%s`), %d users over %d connections%s, \
               medians of %d rounds of %d requests%s after %d of each kind to warm up. `x`: multiple of %s. Sessions of 10 KB where \
               nothing else is said.
               """.formatted(
                        machine.payara(),
                        machine.processor(),
                        machine.cores(),
                        machine.java(),
                        machine.system(),
                        String.join(" ", result.jvmOptions()),
                        amounts.users(),
                        amounts.connections(),
                        pace(amounts.pace()),
                        amounts.rounds(),
                        amounts.requests(),
                        smallerShares(),
                        amounts.warmUp(),
                        base().key());
    }

    private static String pace(Pace pace) {
        return pace.equals(Pace.FASTEST) ? "" : " at " + pace.requestsPerSecond() + " requests a second";
    }

    /** Which subjects got fewer requests; nothing if none did. */
    private String smallerShares() {
        long usual = result.amounts().requests();
        return result.subjects().stream()
                .filter(subject -> subject.requests(usual) < usual)
                .map(subject -> " (%s: %d)".formatted(subject.key(), subject.requests(usual)))
                .collect(Collectors.joining());
    }

    private void table(StringBuilder text, String title, Function<Cell, String> value) {
        List<Subject> subjects = result.subjects();
        text.append("\n| ").append(title).append(" |");
        subjects.forEach(subject -> text.append(' ').append(subject.key()).append(" |"));
        text.append("\n|---|").append("---:|".repeat(subjects.size())).append('\n');
        for (Scenario scenario : result.scenarios()) {
            text.append("| ").append(scenario.title()).append(" |");
            for (Subject subject : subjects) {
                text.append(' ')
                        .append(result.cell(scenario, subject).map(value).orElse("-"))
                        .append(" |");
            }
            text.append('\n');
        }
    }

    private String cpu(Cell cell) {
        return cell.subject() == base()
                ? format("%.0f µs", cell.median(Measurement::cpuMicros))
                : format("%.2f x", cell.ratio(Measurement::cpuMicros).median());
    }

    private String throughput(Cell cell) {
        return cell.subject() == base()
                ? format("%.0f", cell.median(Measurement::requestsPerSecond))
                : format("%.2f x", cell.ratio(Measurement::requestsPerSecond).median());
    }

    private static String latency(Cell cell) {
        return format("%.1f / %.1f", cell.median(Measurement::p50Millis), cell.median(Measurement::p99Millis));
    }

    private static String bytes(Cell cell) {
        return cell.subject().isReplicating() ? format("%.0f", cell.median(Measurement::bytes)) : "-";
    }

    private Subject base() {
        return result.subjects().get(0);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
