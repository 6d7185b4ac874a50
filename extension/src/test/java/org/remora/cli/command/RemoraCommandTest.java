package org.remora.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.remora.cli.output.ExitCode;
import picocli.CommandLine;

/** The command line without a server. */
class RemoraCommandTest {

    private static final long NO_PROCESS = 4_000_000_000L;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return RemoraCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void assertOneLineOfTrouble(String begin) {
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip().lines()).singleElement().asString().startsWith("remora: " + begin);
    }

    static Stream<CommandLine> everyCommand() {
        return all(RemoraCommand.commandLine()).stream();
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(each -> all.addAll(all(each)));
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void help_everyCommand_saysWhatItDoesInEightyColumns(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);

        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(command.getCommandSpec().findOption("--help"))
                .as("--help of " + command.getCommandName())
                .matches(option -> option != null || command.getCommandName().equals("help"));
    }

    @Test
    void help_theWhole_teachesCommandsAndExitCodes() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("run", "stats", "members", "nodes", "drain", "undrain", "wait-safe", "sessions", "jobs")
                .contains("config", "doctor", "generate-completion", "Examples", "Exit codes")
                .containsPattern("70 +a fault");
    }

    @Test
    void run_noCommand_showsTheHelp() {
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("Usage: remora");
    }

    @ParameterizedTest
    @CsvSource({
        "statistics, Unmatched argument",
        "stats --colour, Unknown option: '--colour'",
        "sessions, One of these is missing: list",
        "sessions show, Missing required parameter",
        "jobs cancel key, Missing required option",
        "stats --pid many, Invalid value for option '--pid'",
        "stats --pid 1 --jmx a:1, A server is named by --pid or by --jmx",
        "stats --pid 1 --user bob, --user goes with --jmx",
        "stats --jmx nonsense, --jmx takes host:port",
        "stats --jmx a:99999, --jmx takes host:port",
        "stats --jmx a:1 --user bob --password-file /no/such/file, The file with the password cannot be read",
        "stats --jmx a:1 --user bob --password-env NOT_SET_IN_TESTS, No password for bob",
        "run /no/such.war, There is no application /no/such.war",
        "run --server-jar /no/such.jar, There is no Payara Micro: /no/such.jar"
    })
    void run_wrongCommandLine_isOneLineAndUsage(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertOneLineOfTrouble(message);
    }

    @Test
    void run_noSuchProcess_isOneLineAndUnreachable() {
        assertThat(run("stats", "--pid", Long.toString(NO_PROCESS))).isEqualTo(ExitCode.UNREACHABLE);
        assertOneLineOfTrouble("There is no process " + NO_PROCESS);
    }

    @Test
    void run_nobodyListensThere_isOneLineAndUnreachable() {
        assertThat(run("members", "--jmx", "127.0.0.1:1")).isEqualTo(ExitCode.UNREACHABLE);
        assertOneLineOfTrouble("No server answers at 127.0.0.1:1");
    }

    @Test
    void generateCompletion_all_knowsCommandsAndOptions() {
        assertThat(run("generate-completion")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("wait-safe", "--password-file", "complete -F _complete_remora");
    }

    @Test
    void run_dryRun_printsTheCommand() {
        assertThat(run(
                        "run",
                        "pom.xml",
                        "--server-jar",
                        "pom.xml",
                        "--port",
                        "8081",
                        "-J-Xmx1g",
                        "-Dremora.cluster.name=shop",
                        "--dry-run",
                        "--",
                        "--rootDir",
                        "x"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString().strip())
                .contains(" -Xmx1g -Dremora.cluster.name=shop -jar pom.xml --addLibs ")
                .endsWith(" --nocluster --port 8081 --deploy pom.xml --rootDir x");
    }

    @Test
    void option_password_doesNotExist() {
        assertThat(everyCommand())
                .allSatisfy(command -> assertThat(command.getCommandSpec().findOption("--password"))
                        .isNull());
    }
}
