package org.remora.arquillian.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever waits what is going on, a line each. */
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void starting(Subject subject) {
        line("starting the servers of %s", subject.key());
    }

    void proven(Subject subject) {
        line("%s: what is written on one server is read on the other", subject.key());
    }

    void watchingIdle(Duration time) {
        line("watching the idle servers for %d s", time.toSeconds());
    }

    void gathering(int sessions) {
        line("making %d sessions", sessions);
    }

    void warmingUp(Scenario scenario, Subject subject) {
        line("%-14s %-12s warming up", scenario.key(), subject.key());
    }

    void measured(Scenario scenario, Subject subject, int round, Measurement measurement) {
        line(
                "%-14s %-12s round %d: %.0f requests/s, p50 %.2f ms, p99 %.2f ms, %.1f us CPU, %.0f bytes",
                scenario.key(),
                subject.key(),
                round,
                measurement.requestsPerSecond(),
                measurement.p50Millis(),
                measurement.p99Millis(),
                measurement.cpuMicros(),
                measurement.bytes());
    }

    void jobs(String what, int round, double measured) {
        line("%-14s round %d: %.0f", what, round, measured);
    }

    void news(String what, int round, NewsRound measured) {
        line(
                "%-14s round %d: p50 %.2f ms, p99 %.2f ms, %d events, %d keys, %d without",
                what,
                round,
                measured.p50Millis(),
                measured.p99Millis(),
                measured.events(),
                measured.keys(),
                measured.withoutKeys());
    }

    private void line(String format, Object... arguments) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        out.printf("[%3d:%02d] ", elapsed.toMinutes(), elapsed.toSecondsPart());
        out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
