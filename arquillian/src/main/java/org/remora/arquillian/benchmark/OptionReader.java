package org.remora.arquillian.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.remora.arquillian.benchmark.BenchmarkOptions.Extension;
import org.remora.arquillian.load.Pace;

/**
 * Reads the options from system properties {@code benchmark.*}; one that is not known or not understood ends the run
 * before it begins. {@code benchmark.remora.NAME} becomes the setting {@code remora.NAME} of the extension's servers,
 * {@code benchmark.again.remora.NAME} that of those it is compared with.
 */
final class OptionReader {

    private static final String PREFIX = "benchmark.";
    private static final String REMORA_PREFIX = "remora.";
    private static final String AGAIN_PREFIX = "again.";
    private static final String HEAP = "512m";
    private static final String CROWD_HEAP = "3g";

    private final Map<String, String> left;

    OptionReader(Properties properties) {
        left = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .collect(Collectors.toMap(name -> name.substring(PREFIX.length()), properties::getProperty));
    }

    BenchmarkOptions read(Path microJar, Path remoraJar, Path output) {
        int crowd = number("crowd", 0, Math::toIntExact);
        BenchmarkOptions options = new BenchmarkOptions(
                microJar,
                output,
                list("subjects", Subject::ofKey, Subject.USUAL),
                list("scenarios", Scenario::ofKey, Scenario.USUAL),
                amounts(),
                jvmOptions(crowd > 0 ? CROWD_HEAP : HEAP),
                new Extension(remoraJar, settings("")),
                new Extension(take(AGAIN_PREFIX + "jar").map(Path::of).orElse(remoraJar), settings(AGAIN_PREFIX)),
                crowd,
                number("news", 0, Math::toIntExact),
                number("jobs", 0, Math::toIntExact));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("unknown options " + new TreeSet<>(left.keySet()) + " below " + PREFIX);
        }
        return options;
    }

    private Amounts amounts() {
        Amounts base = flag("quick") ? Amounts.QUICK : Amounts.USUAL;
        return new Amounts(
                number("rounds", base.rounds(), Math::toIntExact),
                number("requests", base.requests(), Long::valueOf),
                number("warmup", base.warmUp(), Long::valueOf),
                number("users", base.users(), Math::toIntExact),
                number("connections", base.connections(), Math::toIntExact),
                number("pace", base.pace(), Pace::new),
                number("idle", base.idle(), Duration::ofSeconds));
    }

    private List<String> jvmOptions(String usualHeap) {
        String heap = take("heap").orElse(usualHeap);
        List<String> options = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap));
        take("jvm").ifPresent(more -> options.addAll(List.of(more.split("\\s+"))));
        return options;
    }

    private Map<String, String> settings(String whose) {
        Map<String, String> settings = new HashMap<>();
        for (String name : List.copyOf(left.keySet())) {
            if (name.startsWith(whose + REMORA_PREFIX)) {
                take(name).ifPresent(value -> settings.put(name.substring(whose.length()), value));
            }
        }
        return settings;
    }

    private boolean flag(String name) {
        return take(name)
                .filter(value -> value.isEmpty() || Boolean.parseBoolean(value))
                .isPresent();
    }

    private <T> T number(String name, T usual, LongFunction<T> type) {
        return take(name).map(value -> type.apply(parse(name, value))).orElse(usual);
    }

    private static long parse(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(PREFIX + name + " must be a whole number: '" + value + "'", e);
        }
    }

    private <T> List<T> list(String name, Function<String, T> type, List<T> usual) {
        return take(name)
                .map(value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .map(type)
                        .toList())
                .orElse(usual);
    }

    private Optional<String> take(String name) {
        return Optional.ofNullable(left.remove(name));
    }
}
