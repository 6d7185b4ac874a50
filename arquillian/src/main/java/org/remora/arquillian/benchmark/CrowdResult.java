package org.remora.arquillian.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a crowd of sessions costs.
 *
 * @param machine where
 * @param options with what
 * @param rounds of sticky reads and of sticky writes: first those without the crowd, then as many with it
 * @param heapBytes of both servers together, for each session
 * @param ended how many sessions ended while requests were measured beside the crowd
 * @param measured for how long that was
 */
record CrowdResult(
        Machine machine,
        BenchmarkOptions options,
        List<List<Measurement>> rounds,
        double heapBytes,
        long ended,
        Duration measured) {

    private static final double MILLIS_PER_SECOND = 1000;

    CrowdResult {
        rounds = List.copyOf(rounds);
    }

    /** The result as Markdown. */
    String text() {
        StringBuilder text = new StringBuilder(line(
                "Payara Micro %s on %s, %d cores, %s; two servers (`%s`), %d users over %d connections, medians of %d"
                        + " rounds of %d requests; %d more sessions of 1 KB, of which %.0f a second ended.",
                machine.payara(),
                machine.processor(),
                machine.cores(),
                machine.java(),
                String.join(" ", options.jvmOptions()),
                options.amounts().users(),
                options.amounts().connections(),
                options.amounts().rounds(),
                options.amounts().requests(),
                options.crowd(),
                ended / (measured.toMillis() / MILLIS_PER_SECOND)));
        text.append(line("%n| | without them | with them | ratio |%n|---|---:|---:|---:|"));
        List<String> titles = List.of("sticky read", "sticky write");
        for (int i = 0; i < titles.size(); i++) {
            text.append(row(titles.get(i) + ", p50 ms", rounds.get(i), Measurement::p50Millis));
            text.append(row(titles.get(i) + ", p99 ms", rounds.get(i), Measurement::p99Millis));
            text.append(row(titles.get(i) + ", CPU us", rounds.get(i), Measurement::cpuMicros));
        }
        return text.append(line("%nHeap for each idle session, both copies together: %.0f bytes.", heapBytes))
                .toString();
    }

    private static String row(String title, List<Measurement> all, ToDoubleFunction<Measurement> quantity) {
        Spread without = spread(all.subList(0, all.size() / 2), quantity);
        Spread with = spread(all.subList(all.size() / 2, all.size()), quantity);
        return line(
                "| %s | %.2f (%.2f to %.2f) | %.2f (%.2f to %.2f) | %.2f |",
                title,
                without.median(),
                without.lowest(),
                without.highest(),
                with.median(),
                with.lowest(),
                with.highest(),
                with.median() / without.median());
    }

    private static Spread spread(List<Measurement> rounds, ToDoubleFunction<Measurement> quantity) {
        return Spread.of(rounds.stream().mapToDouble(quantity));
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format + "%n", arguments);
    }
}
