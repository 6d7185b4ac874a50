package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.remora.arquillian.load.LoadFailedException;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/**
 * Measures empty jobs on two servers: how many a second, and how long one takes to begin when there is nothing else.
 */
final class JobsRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int WARM_UP_ROUNDS = 5;
    private static final int SUBMITTERS = 8;
    private static final int IDLE_RATE = 20;
    private static final int IDLE_JOBS = 400;

    private final BenchmarkOptions options;
    private final Progress progress;
    private final RunningSubject subject;
    private final Browser browser = new Browser(PATIENCE);

    JobsRun(BenchmarkOptions options, Progress progress) throws IOException {
        this.options = options;
        this.progress = progress;
        progress.starting(Subject.REMORA);
        this.subject = RunningSubject.start(
                Subject.REMORA, new ServerSpecs(options), options.amounts().connections());
    }

    /** All rounds, as Markdown. */
    String run() throws IOException, InterruptedException {
        new ReplicationProof(subject).await();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            progress.jobs("warming up", round, perSecond());
        }
        List<Double> rates = new ArrayList<>();
        List<JobsRound> idle = new ArrayList<>();
        for (int round = 0; round < options.amounts().rounds(); round++) {
            rates.add(perSecond());
            progress.jobs("jobs a second", round, rates.get(round));
            idle.add(idle());
            progress.jobs("idle, p99 µs", round, (double) idle.get(round).p99Micros());
        }
        return text(rates, idle);
    }

    /** Submits on both servers at once, and waits until all jobs have run. */
    private double perSecond() throws IOException, InterruptedException {
        forget();
        List<CompletableFuture<Long>> submitted = subject.servers().stream()
                .map(server -> CompletableFuture.supplyAsync(
                        () -> submit(server, options.jobs() / 2, "threads=" + SUBMITTERS)))
                .toList();
        long startNanos =
                submitted.stream().mapToLong(CompletableFuture::join).min().orElseThrow();
        long expected = (long) options.jobs() / 2 / SUBMITTERS * SUBMITTERS * 2;
        long endNanos = awaited(expected).stream()
                .filter(round -> round.jobs() > 0)
                .mapToLong(JobsRound::lastNanos)
                .max()
                .orElseThrow();
        return expected * 1e9 / (endNanos - startNanos);
    }

    /** Of the two servers, the one on which jobs took longer. */
    private JobsRound idle() throws IOException, InterruptedException {
        forget();
        long unused = submit(subject.servers().get(0), IDLE_JOBS, "threads=1&rate=" + IDLE_RATE);
        return awaited(IDLE_JOBS).stream()
                .reduce((one, other) -> one.p99Micros() > other.p99Micros() ? one : other)
                .orElseThrow();
    }

    private void forget() throws IOException {
        for (PayaraServer server : subject.servers()) {
            Object unused = checked(browser.post(server, BenchmarkApplication.CONTEXT_ROOT + "/jobs/runs"));
        }
    }

    private long submit(PayaraServer server, int count, String how) {
        try {
            return Long.parseLong(checked(browser.get(
                    server, BenchmarkApplication.CONTEXT_ROOT + "/jobs/submit?count=" + count + "&" + how)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JobsRound> awaited(long count) throws IOException, InterruptedException {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        List<JobsRound> rounds = rounds();
        while (rounds.stream().mapToLong(JobsRound::jobs).sum() < count) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new LoadFailedException("of " + count + " jobs have run: " + rounds);
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            rounds = rounds();
        }
        return rounds;
    }

    private List<JobsRound> rounds() throws IOException {
        List<JobsRound> rounds = new ArrayList<>();
        for (PayaraServer server : subject.servers()) {
            rounds.add(JobsRound.of(checked(browser.get(server, BenchmarkApplication.CONTEXT_ROOT + "/jobs/runs"))));
        }
        return rounds;
    }

    private static String checked(Page page) {
        if (page.status() != 200) {
            throw new LoadFailedException("the answer was " + page.status() + ": " + page.body());
        }
        return page.body();
    }

    private String text(List<Double> rates, List<JobsRound> idle) throws IOException {
        Machine machine = Machine.thisOne(options.microJar());
        Spread perSecond = Spread.of(rates.stream().mapToDouble(Double::doubleValue));
        Spread p50 = Spread.of(idle.stream().mapToDouble(round -> round.p50Micros() / 1000.0));
        Spread p99 = Spread.of(idle.stream().mapToDouble(round -> round.p99Micros() / 1000.0));
        return String.format(
                Locale.ROOT,
                "Payara Micro %s on %s, %d cores, %s; two servers (`%s`), %d empty jobs by %d threads on each server;"
                        + " idle: %d jobs a second; medians of %d rounds.%n%n"
                        + "| | median (lowest to highest) |%n|---|---:|%n"
                        + "| jobs a second, submitted and done | %.0f (%.0f to %.0f) |%n"
                        + "| idle: submit to start, p50 ms | %.2f (%.2f to %.2f) |%n"
                        + "| idle: submit to start, p99 ms | %.2f (%.2f to %.2f) |%n",
                machine.payara(),
                machine.processor(),
                machine.cores(),
                machine.java(),
                String.join(" ", options.jvmOptions()),
                options.jobs(),
                SUBMITTERS,
                IDLE_RATE,
                options.amounts().rounds(),
                perSecond.median(),
                perSecond.lowest(),
                perSecond.highest(),
                p50.median(),
                p50.lowest(),
                p50.highest(),
                p99.median(),
                p99.lowest(),
                p99.highest());
    }

    @Override
    public void close() {
        subject.close();
    }
}
