package org.remora.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Table TABLE =
            new Table(Column.of("NAME", "name"), Column.number("COUNT", "count"), Column.of("TEXT", "text"));

    @Test
    void lines_shortTexts_standBelowTheirTitles() {
        assertThat(TABLE.lines(List.of(row("one", 7, "x"), row("three", 12345678, "yy"))))
                .containsExactly(
                        "NAME      COUNT  TEXT", //
                        "one           7  x",
                        "three  12345678  yy");
    }

    @Test
    void lines_longTexts_fitTheTerminalAndNumbersAreWhole() {
        List<String> lines = TABLE.lines(List.of(row("n".repeat(70), 1234567890123L, "t".repeat(90))));

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Table.WIDTH));
        assertThat(lines.get(1)).contains("n..", "t..", "1234567890123");
    }

    @Test
    void lines_columnThatIsWhole_isNotCut() {
        Table table = new Table(Column.whole("KEY", row -> row.text("name")), Column.of("TEXT", "text"));

        assertThat(table.lines(List.of(row("k".repeat(60), 1, "t".repeat(60)))).get(1))
                .hasSize(Table.WIDTH)
                .startsWith("k".repeat(60) + "  t");
    }

    @Test
    void lines_controlCharacters_doNotReachTheTerminal() {
        assertThat(TABLE.lines(List.of(row("a\u001B[31m", 1, "b\nc"))).get(1)).isEqualTo("a?[31m      1  b?c");
    }

    @Test
    void lines_missingFields_areEmpty() {
        assertThat(TABLE.lines(List.of(Fields.none()))).hasSize(2);
    }

    private static Fields row(String name, long count, String text) {
        return Fields.none().with("name", name).with("count", count).with("text", text);
    }
}
