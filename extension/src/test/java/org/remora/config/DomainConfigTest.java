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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators are given to copy can be used as it is. */
class DomainConfigTest {

    private static final Path FOLDER = SettingsTable.PROJECT.resolve("domain-config");

    private static final Pattern SET_PROPERTY =
            Pattern.compile("^set-config-property .*--propertyName (\\S+) --propertyValue (\\S+)$", Pattern.MULTILINE);

    private static final Pattern KEY = Pattern.compile("(?<![\\w.-])remora\\.[a-z.*-]*[a-z*]");

    /** File names that look like keys. */
    private static final Set<String> FILES =
            Set.of("remora.jar", "remora.properties", "remora.conf", "remora.cfg", "remora.yaml");

    @Test
    void asadminScript_everySetting_isAccepted() throws IOException {
        Map<String, String> settings = SET_PROPERTY
                .matcher(Files.readString(FOLDER.resolve("asadmin/set-remora.asadmin")))
                .results()
                .collect(toMap(found -> found.group(1), found -> found.group(2)));

        assertThat(RemoraSettings.read(TestConfig.of(settings)).discovery().staticNodes())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asadmin/set-remora.asadmin", "asadmin/micro.asadmin"})
    void asadminScript_everySetting_isOfTheCatalogueAndAccepted(String file) throws IOException {
        Map<String, String> settings = SET_PROPERTY
                .matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .collect(toMap(found -> found.group(1), found -> found.group(2)));

        assertThat(settings).isNotEmpty();
        assertThat(RemoraSettings.read(TestConfig.of(settings)).enabled()).isTrue();
    }

    @Test
    void filesOfTheFolder_keysTheyMention_exist() throws IOException {
        Set<String> keys = Catalogue.all().stream().map(Setting::key).collect(Collectors.toSet());

        assertThat(mentionedKeys()).isNotEmpty().isSubsetOf(keys);
    }

    private static List<String> mentionedKeys() throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.endsWith("remora.properties")) // has a test of its own
                    .toList()) {
                texts.append(Files.readString(file)).append('\n');
            }
        }
        Stream<String> found = KEY.matcher(texts).results().map(match -> match.group());
        return found.filter(name -> !FILES.contains(name)).distinct().toList();
    }
}
