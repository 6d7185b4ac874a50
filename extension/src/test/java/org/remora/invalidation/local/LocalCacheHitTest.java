package org.remora.invalidation.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What a hit in a local cache costs, compared to a bare Caffeine cache. */
@Tag("microbenchmark")
class LocalCacheHitTest {

    private static final double MOST = 1.3;
    private static final TimeValue ITERATION = TimeValue.milliseconds(300);

    @BeforeAll
    static void make() throws Exception {
        BenchmarkClasses.make(LocalCacheHit.class);
    }

    @AfterAll
    static void remove() throws Exception {
        BenchmarkClasses.remove(LocalCacheHit.class);
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 2", "true, 2"})
    void hit_localCache_costsLittleMoreThanCaffeine(boolean statistics, int threads) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(LocalCacheHit.class.getName())
                        .param("statistics", Boolean.toString(statistics))
                        .threads(threads)
                        .forks(2)
                        .warmupIterations(4)
                        .warmupTime(ITERATION)
                        .measurementIterations(5)
                        .measurementTime(ITERATION)
                        .build())
                .run();

        Map<String, Double> nanos = results.stream()
                .collect(Collectors.toMap(
                        result -> result.getPrimaryResult().getLabel(),
                        result -> result.getPrimaryResult().getScore()));
        double get = nanos.getOrDefault("localGet", 0.0) / nanos.getOrDefault("bareGet", 1.0);
        double load = nanos.getOrDefault("localLoad", 0.0) / nanos.getOrDefault("bareLoad", 1.0);
        print("statistics %s, threads %d: get %.2f, with a loader %.2f times Caffeine's; ns %s"
                .formatted(statistics, threads, get, load, nanos));
        assertThat(get).isPositive().isLessThan(MOST);
        assertThat(load).isPositive().isLessThan(MOST);
    }

    @SuppressWarnings("SystemOut") // the result
    private static void print(String line) {
        System.out.println(line);
    }
}
