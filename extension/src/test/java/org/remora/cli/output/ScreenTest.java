package org.remora.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final StringWriter text = new StringWriter();

    @Test
    void line_withoutColours_isPlain() {
        screen(false).line(Screen.Style.BAD, "broken");

        assertThat(text.toString().strip()).isEqualTo("broken");
    }

    @Test
    void line_withColours_hasThem() {
        screen(true).line(Screen.Style.BAD, "broken");

        assertThat(text.toString().strip()).isEqualTo("\u001B[31mbroken\u001B[0m");
    }

    @Test
    void text_long_fitsTheTerminal() {
        screen(false).text(Screen.Style.GOOD, "some words ".repeat(20).strip());

        assertThat(text.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Table.WIDTH));
    }

    private Screen screen(boolean colour) {
        return new Screen(new PrintWriter(text, true), false, colour);
    }
}
