package org.remora.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.remora.cli.output.Table;

/** Running text in lines that fit the terminal, a little to the right. */
final class Paragraph {

    private static final String INDENT = "    ";

    private Paragraph() {}

    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ", -1)) {
            if (line.length() > INDENT.length() && line.length() + 1 + word.length() > Table.WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT);
            }
            line.append(line.length() == INDENT.length() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
