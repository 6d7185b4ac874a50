package org.remora.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What administrators are given to copy can be used as it is. */
class DomainConfigTest {

    private static final Path FOLDER = SettingsTable.PROJECT.resolve("domain-config");

    private static final Pattern SET_PROPERTY =
            Pattern.compile("^set-config-property .*--propertyName (\\S+) --propertyValue (\\S+)$", Pattern.MULTILINE);

    private static final Pattern KEY = Pattern.compile("(?<![\\w.-])remora\\.[a-z.*-]*[a-z*]");

    /** File names that look like keys. */
    private static final Set<String> FILES = Set.of("remora.jar", "remora.properties");

    @Test
    void asadminScript_everySetting_isAccepted() throws IOException {
        Map<String, String> settings = SET_PROPERTY
                .matcher(Files.readString(FOLDER.resolve("asadmin/set-remora.asadmin")))
                .results()
                .collect(toMap(found -> found.group(1), found -> found.group(2)));

        assertThat(RemoraSettings.read(TestConfig.of(settings)).discovery().staticNodes())
                .hasSize(2);
    }

    @Test
    void filesOfTheFolder_keysTheyMention_exist() throws IOException {
        Set<String> keys = Catalogue.all().stream().map(Setting::key).collect(Collectors.toSet());

        assertThat(mentionedKeys()).isNotEmpty().isSubsetOf(keys);
    }

    private static List<String> mentionedKeys() throws IOException {
        String texts = Files.readString(FOLDER.resolve("README.md"))
                + Files.readString(FOLDER.resolve("asadmin/set-remora.asadmin"));
        Stream<String> found = KEY.matcher(texts).results().map(match -> match.group());
        return found.filter(name -> !FILES.contains(name)).distinct().toList();
    }
}
