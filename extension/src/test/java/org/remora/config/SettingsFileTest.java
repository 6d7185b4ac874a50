package org.remora.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.remora.config.Setting.Scope;

/** {@code domain-config/remora.properties} says about every key what the catalogue says, and has no other. */
class SettingsFileTest {

    /** A comment of several lines, and the key that it is about, commented out as well. */
    private static final Pattern BLOCK =
            Pattern.compile("((?:^# .*\\R)+)^#(remora\\.[^=\\s]+)=(.*)$", Pattern.MULTILINE);

    private static final Pattern ASSIGNMENT =
            Pattern.compile("^#?\\s*(remora\\.[^=\\s]+)\\s*[=:].*$", Pattern.MULTILINE);

    private static String file = "";

    @BeforeAll
    static void readFile() throws IOException {
        file = Files.readString(SettingsTable.PROJECT.resolve("domain-config/remora.properties"));
    }

    static List<Setting<?>> settings() {
        return Catalogue.all();
    }

    @Test
    void file_keys_areThoseOfTheCatalogue() {
        assertThat(ASSIGNMENT.matcher(file).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(
                        Catalogue.all().stream().map(Setting::key).toList());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void file_key_hasItsDefault(Setting<?> setting) {
        assertThat(block(setting).group(3)).isEqualTo(setting.defaultText());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void file_key_hasACommentWithMeaningAndWhatIsAllowed(Setting<?> setting) {
        String comment =
                block(setting).group(1).lines().map(line -> line.substring(2)).collect(joining(" "));

        assertThat(comment).contains("Allowed: " + setting.type().allowed() + ".");
        assertThat(comment.indexOf("Allowed: "))
                .as("meaning before what is allowed")
                .isGreaterThan(20);
        assertThat(comment.contains("Applications may differ."))
                .as("says whether applications may differ")
                .isEqualTo(setting.scope() == Scope.APPLICATION);
    }

    @Test
    void file_asItIs_setsNothing() throws IOException {
        assertThat(properties(file)).isEmpty();
    }

    @Test
    void file_withEveryKeySet_setsTheDefaults() throws IOException {
        Map<String, String> all = properties(file.replace("\n#remora.", "\nremora."));

        assertThat(all).hasSize(Catalogue.all().size());
        assertThat(RemoraSettings.read(TestConfig.of(all))).isEqualTo(RemoraSettings.read(TestConfig.of()));
        assertThat(SessionSettings.read(TestConfig.of(all))).isEqualTo(SessionSettings.read(TestConfig.of()));
    }

    private static MatchResult block(Setting<?> setting) {
        return BLOCK.matcher(file)
                .results()
                .filter(found -> found.group(2).equals(setting.key()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No comment and line for " + setting.key()));
    }

    private static Map<String, String> properties(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties.stringPropertyNames().stream().collect(toMap(name -> name, properties::getProperty));
    }
}
