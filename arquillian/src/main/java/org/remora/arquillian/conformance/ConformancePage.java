package org.remora.arquillian.conformance;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The results as a page in Markdown. */
public final class ConformancePage {

    private static final String HEAD = """
            # Conformance

            What the specifications say about sessions, checked on real servers with the same application: on Payara
            Micro as it is delivered, on Payara Micro with Remora, and on two servers with Remora of which each gets every
            other request of a client. This page is written by `ConformanceIT`, which fails if it is out of date. The
            sentences are in our own words; the part of an id between dot and dash is the section, or the class of the
            API documentation, that they come from.

            """;

    private final List<Chapter> chapters;
    private final Map<String, Map<Column, Verdict>> verdicts = new HashMap<>();

    private ConformancePage(List<Chapter> chapters, List<Verdict> verdicts) {
        this.chapters = chapters;
        for (Verdict verdict : verdicts) {
            this.verdicts
                    .computeIfAbsent(verdict.check().id(), id -> new EnumMap<>(Column.class))
                    .put(verdict.column(), verdict);
        }
    }

    /** Writes the page: nothing but the checks and whether they passed, so that it changes only if these do. */
    public static String of(List<Chapter> chapters, List<Verdict> verdicts) {
        return new ConformancePage(chapters, verdicts).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("| | passed | failed |\n|---|---:|---:|\n");
        for (Column column : Column.values()) {
            text.append("| ").append(column.title());
            text.append(" | ").append(count(column, true));
            text.append(" | ").append(count(column, false)).append(" |\n");
        }
        chapters.forEach(chapter -> append(text, chapter));
        return text.toString();
    }

    private void append(StringBuilder text, Chapter chapter) {
        text.append("\n## ").append(chapter.title()).append("\n\n| | |");
        for (Column column : Column.values()) {
            text.append(' ').append(column.title()).append(" |");
        }
        text.append("\n|---|---|---|---|---|\n");
        for (Check check : chapter.checks()) {
            text.append("| ")
                    .append(check.id())
                    .append(" | ")
                    .append(check.sentence())
                    .append(" |");
            for (Column column : Column.values()) {
                text.append(' ').append(result(check, column)).append(" |");
            }
            text.append('\n');
        }
    }

    private long count(Column column, boolean passed) {
        return verdicts.values().stream()
                .map(byColumn -> byColumn.get(column))
                .filter(verdict -> verdict != null && verdict.passed() == passed)
                .count();
    }

    private String result(Check check, Column column) {
        Verdict verdict = verdicts.getOrDefault(check.id(), Map.of()).get(column);
        if (verdict == null) {
            return "–";
        }
        return verdict.passed() ? "yes" : "**no**";
    }
}
