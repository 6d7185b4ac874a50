package org.remora.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.remora.cli.output.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The README has every command, every option and every exit code. */
class CommandLineDocumentTest {

    private static final List<String> USUAL = List.of("--help", "--version");

    @Test
    void section_commands_areAllThere() throws IOException {
        String section = section();

        RemoraCommand.commandLine().getSubcommands().forEach((name, command) -> {
            if (!name.equals("help")) {
                assertThat(section).contains("| `" + name);
                command.getSubcommands()
                        .keySet()
                        .forEach(each -> assertThat(section)
                                .containsPattern("`" + name + " " + each + "`|`" + name + " [^|]*`" + each + "`"));
            }
        });
    }

    @Test
    void section_options_areAllThere() throws IOException {
        String section = section();

        assertThat(options(RemoraCommand.commandLine())
                        .map(OptionSpec::longestName)
                        .distinct()
                        .filter(name -> !USUAL.contains(name)))
                .allSatisfy(name -> assertThat(section).contains(shortest(name)));
    }

    @Test
    void section_exitCodes_areAllThere() throws Exception {
        List<Integer> codes = new ArrayList<>();
        for (Field field : ExitCode.class.getFields()) {
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            codes.add(field.getInt(null));
        }
        String section = section();

        assertThat(codes)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(section).contains("| " + code + " | "))
                .allSatisfy(code -> assertThat(RemoraCommand.commandLine()
                                .getCommandSpec()
                                .usageMessage()
                                .exitCodeList())
                        .containsKey(Integer.toString(code)));
    }

    /** The parts of stats go by their letters. */
    private static String shortest(String name) {
        return switch (name) {
            case "--cluster", "--sessions", "--invalidation", "--jobs" -> "`-" + name.charAt(2) + "`";
            default -> name;
        };
    }

    private static Stream<OptionSpec> options(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().options().stream(),
                command.getSubcommands().values().stream().flatMap(CommandLineDocumentTest::options));
    }

    private static String section() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int begin = readme.indexOf("\n## Command line\n");
        return readme.substring(begin, readme.indexOf("\n## ", begin + 1));
    }
}
