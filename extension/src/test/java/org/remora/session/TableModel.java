package org.remora.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What an {@link AttributeTable} ought to say: a map that forgets nothing. */
final class TableModel {

    private record Row(String text, long version) {}

    private final Map<String, Row> rows = new TreeMap<>();

    void apply(List<AttributeChange> changes, long version) {
        for (AttributeChange change : changes) {
            rows.put(change.name(), new Row(text(change), version));
        }
    }

    Map<String, String> values() {
        return where(row -> !row.text().equals(SessionSamples.TOMBSTONE));
    }

    Map<String, String> newerThan(long version) {
        return where(row -> row.version() > version);
    }

    private Map<String, String> where(Predicate<Row> condition) {
        Map<String, String> texts = new TreeMap<>();
        rows.forEach((name, row) -> {
            if (condition.test(row)) {
                texts.put(name, row.text());
            }
        });
        return texts;
    }

    private static String text(AttributeChange change) {
        return change instanceof AttributeChange.Written written
                ? new String(written.bytes(), UTF_8)
                : SessionSamples.TOMBSTONE;
    }
}
