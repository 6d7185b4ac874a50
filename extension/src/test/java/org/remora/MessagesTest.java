package org.remora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message that is logged is documented with its remedy, and no other. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path DOCUMENT = Path.of("src/site/markdown/messages.md");

    @Test
    void messages_loggedByTheCode_areThoseOfTheDocument() throws IOException {
        assertThat(ids("^\\| (RMR-\\d{4}) \\|", Files.readString(DOCUMENT)))
                .isEqualTo(ids("\"(RMR-\\d{4}) ", allSources()));
    }

    @Test
    void messages_loggedByTheCode_haveAnIdOfTheirOwn() throws IOException {
        assertThat(all("\"(RMR-\\d{4}) ", allSources())).doesNotHaveDuplicates();
    }

    @Test
    void messages_documented_haveACauseAndARemedyEach() throws IOException {
        List<String> rows = all("^(\\| RMR-\\d{4} \\|.*)$", Files.readString(DOCUMENT));

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            String[] cells = row.split(" \\| |^\\| | \\|$");
            assertThat(cells)
                    .as("an empty cell, id, level, text, cause and remedy")
                    .hasSize(6);
            assertThat(cells[2]).isIn("INFO", "WARNING", "ERROR");
            assertThat(List.of(cells).subList(4, 6))
                    .allSatisfy(cell -> assertThat(cell).endsWith(".").hasSizeGreaterThan(7));
            assertThat(cells[5])
                    .as("the remedy says something else than the cause")
                    .isNotEqualTo(cells[4]);
        });
    }

    private static String allSources() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static NavigableSet<String> ids(String pattern, String text) {
        return new TreeSet<>(all(pattern, text));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
