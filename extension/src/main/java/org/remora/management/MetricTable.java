package org.remora.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The numbers that are shown of a thing, by their names.
 *
 * @param <T> the thing
 */
final class MetricTable<T> {

    private record Column<T>(String name, boolean isCounter, String description, ToDoubleFunction<T> value) {}

    private final List<Column<T>> columns = new ArrayList<>();

    MetricTable<T> counter(String name, String description, ToDoubleFunction<T> value) {
        columns.add(new Column<>(name, true, description, value));
        return this;
    }

    MetricTable<T> gauge(String name, String description, ToDoubleFunction<T> value) {
        columns.add(new Column<>(name, false, description, value));
        return this;
    }

    /** Those of one thing, which are read anew each time. */
    Stream<Metric> of(T thing, Map<String, String> tags) {
        return columns.stream()
                .map(each -> new Metric(
                        each.name(),
                        each.isCounter(),
                        each.description(),
                        tags,
                        () -> each.value().applyAsDouble(thing)));
    }
}
