package org.remora.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Rows below each other, in no more than {@value #WIDTH} columns of a terminal: what does not fit is cut from the
 * widest texts, which end in two dots then.
 */
public final class Table {

    /** How wide a line may be. */
    public static final int WIDTH = 80;

    private static final String GAP = "  ";
    private static final String CUT = "..";
    private static final int NARROWEST = 6;

    private final List<Column> columns;

    /**
     * A table.
     *
     * @param columns its columns, from left to right
     */
    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * The lines of the table.
     *
     * @param rows its rows
     * @return the line of titles, and one for each row
     */
    public List<String> lines(List<Fields> rows) {
        List<String[]> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::title).toArray(String[]::new));
        rows.forEach(row -> cells.add(columns.stream()
                .map(column -> printable(column.text().apply(row)))
                .toArray(String[]::new)));
        int[] widths = widths(cells);
        return cells.stream().map(each -> line(each, widths)).toList();
    }

    private int[] widths(List<String[]> cells) {
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> cells.stream()
                        .mapToInt(each -> each[column].length())
                        .max()
                        .orElse(0))
                .toArray();
        int room = WIDTH - GAP.length() * (columns.size() - 1);
        int excess = Arrays.stream(widths).sum() - room;
        OptionalInt widest = widest(widths);
        while (excess > 0 && widest.isPresent()) {
            widths[widest.getAsInt()]--;
            excess--;
            widest = widest(widths);
        }
        return widths;
    }

    /** Of the columns that may be cut further. */
    private OptionalInt widest(int[] widths) {
        return IntStream.range(0, widths.length)
                .filter(column -> !columns.get(column).whole() && widths[column] > NARROWEST)
                .reduce((one, other) -> widths[other] > widths[one] ? other : one);
    }

    private String line(String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            String text = cut(cells[column], widths[column]);
            String padding = " ".repeat(widths[column] - text.length());
            line.append(column == 0 ? "" : GAP).append(columns.get(column).right() ? padding + text : text + padding);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - CUT.length()) + CUT;
    }

    /** What comes from elsewhere does not steer the terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
