package org.remora.cli.output;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param title what stands above it
 * @param right whether its texts end below each other, as numbers do
 * @param text what a row has in it
 */
public record Column(String title, boolean right, Function<Fields, String> text) {

    /**
     * A column of texts.
     *
     * @param title above it
     * @param field whose texts these are
     * @return the column
     */
    public static Column of(String title, String field) {
        return of(title, row -> row.text(field));
    }

    /**
     * A column of texts.
     *
     * @param title above it
     * @param text what a row has in it
     * @return the column
     */
    public static Column of(String title, Function<Fields, String> text) {
        return new Column(title, false, text);
    }

    /**
     * A column of numbers.
     *
     * @param title above it
     * @param field whose numbers these are
     * @return the column
     */
    public static Column number(String title, String field) {
        return number(title, row -> row.text(field));
    }

    /**
     * A column of numbers.
     *
     * @param title above it
     * @param text what a row has in it
     * @return the column
     */
    public static Column number(String title, Function<Fields, String> text) {
        return new Column(title, true, text);
    }
}
