package org.remora.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as they are written: {@code 500ms}, {@code 5s}, {@code 10m}, {@code 1h}, {@code 7d}, or ISO-8601. */
final class DurationText {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    /** Nothing here takes a year; and nanoseconds of what is allowed always fit a {@code long}. */
    private static final String LONGEST = "365d";

    private DurationText() {}

    /** Durations from a least one on. */
    static ValueType<Duration> duration(String least) {
        return type("a duration from " + least, least, "like 500ms, 5s, 10m, 1h, 7d or PT5S", duration -> true);
    }

    /** Durations from a least one on, for what Hazelcast takes in seconds. */
    static ValueType<Duration> wholeSeconds(String least) {
        return type(
                "whole seconds from " + least,
                least,
                "like 5s, 10m, 1h, 7d or PT5S",
                duration -> Duration.ofSeconds(duration.toSeconds()).equals(duration));
    }

    /** The duration, or empty if the text is none or a negative one. */
    static Optional<Duration> parse(String text) {
        try {
            Matcher matcher = FORM.matcher(text);
            Duration duration = matcher.matches()
                    ? Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)))
                    : Duration.parse(text);
            return Optional.of(duration).filter(parsed -> !parsed.isNegative());
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static ValueType<Duration> type(String what, String least, String examples, Predicate<Duration> condition) {
        Duration lower = parse(least).orElseThrow();
        Duration upper = parse(LONGEST).orElseThrow();
        return ValueType.of(
                what + " to " + LONGEST + ", " + examples,
                text -> parse(text)
                        .filter(duration -> duration.compareTo(lower) >= 0 && duration.compareTo(upper) <= 0)
                        .filter(condition));
    }
}
