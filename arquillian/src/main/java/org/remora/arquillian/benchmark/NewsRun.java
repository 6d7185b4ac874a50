package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.remora.arquillian.load.LoadFailedException;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** Measures the way of invalidations from one server to the observers on another. */
final class NewsRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUND_SECONDS = 20;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int KEYS_OF_A_BATCH = 50;

    private final BenchmarkOptions options;
    private final Progress progress;
    private final RunningSubject subject;
    private final Browser browser = new Browser(PATIENCE);

    NewsRun(BenchmarkOptions options, Progress progress) throws IOException {
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
            progress.news("warming up", round, round(1));
        }
        return text(rounds("one key", 1), rounds(KEYS_OF_A_BATCH + " keys", KEYS_OF_A_BATCH));
    }

    private List<NewsRound> rounds(String what, int keys) throws IOException, InterruptedException {
        List<NewsRound> rounds = new ArrayList<>();
        for (int round = 0; round < options.amounts().rounds(); round++) {
            NewsRound measured = round(keys);
            progress.news(what, round, measured);
            rounds.add(measured);
        }
        return rounds;
    }

    private NewsRound round(int keys) throws IOException, InterruptedException {
        long count = (long) options.news() * ROUND_SECONDS;
        PayaraServer firing = subject.servers().get(0);
        PayaraServer observing = subject.servers().get(1);
        checked(browser.post(observing, path("/news/arrivals")));
        checked(browser.get(firing, path("/news/fire?count=" + count + "&rate=" + options.news() + "&keys=" + keys)));
        return awaited(observing, count);
    }

    /** What has not arrived after a second more does not arrive. */
    private NewsRound awaited(PayaraServer observing, long count) throws IOException, InterruptedException {
        NewsRound arrived = arrived(observing);
        for (int look = 0; look < 10 && arrived.events() < count; look++) {
            TimeUnit.MILLISECONDS.sleep(100);
            arrived = arrived(observing);
        }
        return arrived;
    }

    private NewsRound arrived(PayaraServer observing) throws IOException {
        return NewsRound.of(checked(browser.get(observing, path("/news/arrivals"))));
    }

    private static String path(String path) {
        return BenchmarkApplication.CONTEXT_ROOT + path;
    }

    private static String checked(Page page) {
        if (page.status() != 200) {
            throw new LoadFailedException("the answer was " + page.status() + ": " + page.body());
        }
        return page.body();
    }

    private String text(List<NewsRound> single, List<NewsRound> batches) throws IOException {
        Machine machine = Machine.thisOne(options.microJar());
        return String.format(
                        Locale.ROOT,
                        "Payara Micro %s on %s, %d cores, %s; two servers (`%s`), %d events a second for %d s, medians of"
                                + " %d rounds; from `fire` on one to `@Observes @Remote` on the other.%n%n"
                                + "| | p50 ms | p99 ms | longest ms | arrived | as \"all\" |%n|---|---:|---:|---:|---:|---:|%n",
                        machine.payara(),
                        machine.processor(),
                        machine.cores(),
                        machine.java(),
                        String.join(" ", options.jvmOptions()),
                        options.news(),
                        ROUND_SECONDS,
                        options.amounts().rounds())
                + row("one key each", 1, single)
                + row(KEYS_OF_A_BATCH + " keys each", KEYS_OF_A_BATCH, batches);
    }

    private String row(String title, int keys, List<NewsRound> rounds) {
        Spread p50 = Spread.of(rounds.stream().mapToDouble(NewsRound::p50Millis));
        Spread p99 = Spread.of(rounds.stream().mapToDouble(NewsRound::p99Millis));
        long fired = (long) options.news() * ROUND_SECONDS * rounds.size() * keys;
        long arrived = rounds.stream().mapToLong(NewsRound::keys).sum();
        return String.format(
                Locale.ROOT,
                "| %s | %.2f (%.2f to %.2f) | %.2f (%.2f to %.2f) | %.0f | %d of %d keys | %d |%n",
                title,
                p50.median(),
                p50.lowest(),
                p50.highest(),
                p99.median(),
                p99.lowest(),
                p99.highest(),
                rounds.stream().mapToLong(NewsRound::longestMicros).max().orElse(0) / 1000.0,
                arrived,
                fired,
                rounds.stream().mapToLong(NewsRound::withoutKeys).sum());
    }

    @Override
    public void close() {
        subject.close();
    }
}
