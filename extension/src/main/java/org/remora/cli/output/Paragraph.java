package org.remora.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Running text in lines that fit a terminal. */
public final class Paragraph {

    private Paragraph() {}

    /**
     * The lines of a text.
     *
     * @param text without line breaks
     * @param indent what every line begins with
     * @return lines of no more than {@value Table#WIDTH} characters, but for longer words
     */
    public static List<String> of(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > Table.WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() == indent.length() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
