package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.remora.arquillian.load.LoadFailedException;
import org.remora.arquillian.server.ServerFailedException;

/**
 * The program of {@code mvn -Pbenchmark verify}.
 *
 * <p>Three arguments: {@code payara-micro.jar}, {@code remora.jar} and the directory for results. System properties
 * choose what is run:
 *
 * <ul>
 *   <li>{@code benchmark.quick}: little of everything, to see whether it works
 *   <li>{@code benchmark.subjects}: some of {@code plain}, {@code plain-again}, {@code plain-filter}, {@code payara},
 *       {@code remora}, {@code remora-again}
 *   <li>{@code benchmark.scenarios}: some of {@code none}, {@code read10}, {@code look10}, {@code write10},
 *       {@code write100}, {@code change10}, {@code read10-other}, {@code write10-other}, {@code new}
 *   <li>{@code benchmark.rounds}, {@code benchmark.requests} of a measurement, {@code benchmark.warmup} requests of
 *       each scenario before the first measurement, {@code benchmark.users}, {@code benchmark.connections},
 *       {@code benchmark.idle} seconds of watching idle servers
 *   <li>{@code benchmark.pace}: so many requests a second at most, such as 5000, the same for all subjects; otherwise
 *       each connection sends its next request when the last is answered
 *   <li>{@code benchmark.heap} of each server, {@code benchmark.jvm}: further options of its virtual machine
 *   <li>{@code benchmark.remora.NAME}: the setting {@code remora.NAME}
 *   <li>{@code benchmark.again.jar}, {@code benchmark.again.remora.NAME}: the same for {@code remora-again}, to compare
 *       two builds or two settings in one run
 *   <li>{@code benchmark.crowd}: instead of comparing subjects, how requests to Remora do beside so many idle sessions,
 *       such as 1000000, a tenth of which end meanwhile; heap of 3 GB unless told otherwise
 *   <li>{@code benchmark.news}: instead of comparing subjects, how long invalidations take from server to server when
 *       so many are fired a second, such as 1000, with one key each and with 50
 *   <li>{@code benchmark.jobs}: instead of comparing subjects, how many empty jobs a second two servers submit and do,
 *       in rounds of so many, such as 20000, and how long one takes to begin when there is nothing else
 * </ul>
 *
 * <p>The exit status is 0 if all answers were right, 1 if the run was broken off, 2 if an option is wrong.
 */
public final class Benchmark {

    private static final int ARGUMENTS = 3;
    private static final int BROKEN_OFF = 1;
    private static final int WRONG_OPTION = 2;

    private Benchmark() {}

    /** Runs the benchmark and ends this virtual machine if that was not successful. */
    public static void main(String[] arguments) throws InterruptedException {
        int status = run(arguments, System.out);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(String[] arguments, PrintStream out) throws InterruptedException {
        try {
            BenchmarkOptions options = options(arguments).requireFiles();
            run(options, out);
            return 0;
        } catch (LoadFailedException | ServerFailedException | IOException e) {
            out.println("The benchmark was broken off: " + e.getMessage());
            return BROKEN_OFF;
        } catch (IllegalArgumentException e) {
            out.println("The benchmark was not started: " + e.getMessage());
            return WRONG_OPTION;
        }
    }

    private static void run(BenchmarkOptions options, PrintStream out) throws IOException, InterruptedException {
        if (options.crowd() > 0) {
            try (CrowdRun run = new CrowdRun(options, new Progress(out))) {
                write(run.run().text(), "crowd.md", options, out);
            }
        } else if (options.news() > 0) {
            try (NewsRun run = new NewsRun(options, new Progress(out))) {
                write(run.run(), "news.md", options, out);
            }
        } else if (options.jobs() > 0) {
            try (JobsRun run = new JobsRun(options, new Progress(out))) {
                write(run.run(), "jobs.md", options, out);
            }
        } else {
            try (BenchmarkRun run = new BenchmarkRun(options, new Progress(out))) {
                new Report(run.run()).write(options.output(), out);
            }
        }
    }

    private static void write(String text, String name, BenchmarkOptions options, PrintStream out) throws IOException {
        out.print(text);
        Path written = Files.writeString(options.output().resolve(name), text);
        out.println("Written to " + written);
    }

    private static BenchmarkOptions options(String[] arguments) {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException(
                    "needs the paths of payara-micro.jar, remora.jar and the directory for results");
        }
        return new OptionReader(System.getProperties())
                .read(
                        Path.of(arguments[0]).toAbsolutePath(),
                        Path.of(arguments[1]).toAbsolutePath(),
                        Path.of(arguments[2]).toAbsolutePath());
    }
}
