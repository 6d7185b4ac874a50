package org.remora.cli.output;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param title what stands above it
 * @param right whether its texts end below each other, as numbers do
 * @param whole whether its texts are never cut
 * @param text what a row has in it
 */
public record Column(String title, boolean right, boolean whole, Function<Fields, String> text) {

    /**
     * A column of texts that say nothing if they are cut.
     *
     * @param title above it
     * @param text what a row has in it
     * @return the column
     */
    public static Column whole(String title, Function<Fields, String> text) {
        return new Column(title, false, true, text);
    }

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
        return new Column(title, false, false, text);
    }

    /**
     * A column of numbers, which are never cut: half a number is a lie.
     *
     * @param title above it
     * @param field whose numbers these are
     * @return the column
     */
    public static Column number(String title, String field) {
        return number(title, row -> row.text(field));
    }

    /**
     * A column of numbers, which are never cut: half a number is a lie.
     *
     * @param title above it
     * @param text what a row has in it
     * @return the column
     */
    public static Column number(String title, Function<Fields, String> text) {
        return new Column(title, true, true, text);
    }
}
