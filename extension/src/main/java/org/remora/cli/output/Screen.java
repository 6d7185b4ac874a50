package org.remora.cli.output;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a command prints to.
 *
 * @param out what was asked for
 * @param json whether a program reads it
 * @param colour whether it may have colours
 */
public record Screen(PrintWriter out, boolean json, boolean colour) {

    private static final String ESCAPE = "\u001B[";

    /** How a line is to look where there are colours. */
    public enum Style {
        /** A title. */
        BOLD("1"),
        /** All is well. */
        GOOD("32"),
        /** Somebody should look. */
        WARNING("33"),
        /** Somebody has to do something. */
        BAD("31");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    /**
     * Prints a line.
     *
     * @param line without a line break
     */
    public void line(String line) {
        out.println(Table.printable(line));
    }

    /**
     * Prints a line in a style.
     *
     * @param style how it looks
     * @param line without a line break
     */
    public void line(Style style, String line) {
        String text = Table.printable(line);
        out.println(colour ? ESCAPE + style.code + "m" + text + ESCAPE + "0m" : text);
    }

    /**
     * Prints running text, in as many lines as it takes.
     *
     * @param style how it looks
     * @param text without line breaks
     */
    public void text(Style style, String text) {
        Paragraph.of(text, "").forEach(line -> line(style, line));
    }

    /**
     * Prints a table; its titles in bold.
     *
     * @param table the table
     * @param rows its rows
     */
    public void table(Table table, List<Fields> rows) {
        List<String> lines = table.lines(rows);
        line(Style.BOLD, lines.get(0));
        lines.stream().skip(1).forEach(this::line);
    }

    /**
     * Prints a value for a program.
     *
     * @param value what a field may have
     */
    public void json(@Nullable Object value) {
        out.println(Json.of(value));
    }
}
