package org.remora.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which texts a key accepts, and what they become.
 *
 * @param <T> what they become
 * @param allowed what is accepted, in words that go on from "must be"
 * @param reader makes the value; throws {@link RefusedTextException} for a text that is not accepted
 */
record ValueType<T>(String allowed, Function<String, T> reader) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * Makes the value.
     *
     * @throws RefusedTextException if the text is not accepted
     */
    T read(String text) {
        return reader.apply(text);
    }

    /** A type of the texts for which {@code reader} has a value. */
    static <T> ValueType<T> of(String allowed, Function<String, Optional<T>> reader) {
        return new ValueType<>(
                allowed, text -> reader.apply(text).orElseThrow(() -> new RefusedTextException("must be " + allowed)));
    }

    static ValueType<Boolean> flag() {
        return oneOf(List.of(true, false));
    }

    static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        return oneOf(Arrays.asList(type.getEnumConstants()));
    }

    static ValueType<Integer> number(int least, int most) {
        return of(
                "a number from " + least + " to " + most,
                text -> Optional.of(text)
                        .filter(NUMBER.asMatchPredicate())
                        .map(Integer::valueOf)
                        .filter(number -> number >= least && number <= most));
    }

    static ValueType<String> name() {
        return of(
                "1 to 64 of the characters A-Z, a-z, 0-9, _ and -",
                text -> Optional.of(text).filter(NAME.asMatchPredicate()));
    }

    static ValueType<String> anything() {
        return new ValueType<>("anything", text -> text);
    }

    /** This type, or nothing for the empty text. */
    ValueType<Optional<T>> optional() {
        return new ValueType<>(allowed, text -> text.isEmpty() ? Optional.empty() : Optional.of(read(text)));
    }

    /** Any number of this type's texts with commas between them, each taken once; none for the empty text. */
    ValueType<List<T>> list() {
        return new ValueType<>(
                "a comma-separated list of " + allowed,
                text -> text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1))
                                .map(this::readEntry)
                                .distinct()
                                .toList());
    }

    private T readEntry(String entry) {
        try {
            return read(entry.strip());
        } catch (RefusedTextException e) {
            throw new RefusedTextException("entry '" + entry.strip() + "' " + e.remedy(), e);
        }
    }

    private static <T> ValueType<T> oneOf(List<T> values) {
        String allowed = values.stream().map(ValueType::written).collect(Collectors.joining(" or "));
        return of(
                allowed,
                text -> values.stream()
                        .filter(value -> written(value).equalsIgnoreCase(text))
                        .findFirst());
    }

    private static String written(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
