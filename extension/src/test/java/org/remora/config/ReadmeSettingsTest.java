package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's table of settings and the catalogue say the same, in the same order. */
class ReadmeSettingsTest {

    @Test
    void readme_tableOfSettings_isThatOfTheCatalogue() throws IOException {
        List<String> rows = Files.readAllLines(SettingsTable.PROJECT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| `remora."))
                .toList();

        assertThat(rows)
                .as("The README's table of settings; it should be:%n%s", String.join("\n", SettingsTable.lines()))
                .isEqualTo(SettingsTable.rows());
    }
}
