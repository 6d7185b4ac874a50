package org.remora.cli.command;

import java.io.PrintWriter;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "remora",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs, watches and steers servers whose sessions are clustered by Remora.",
        subcommands = {
            RunCommand.class,
            StatsCommand.class,
            MembersCommand.class,
            NodesCommand.class,
            DrainCommand.class,
            UndrainCommand.class,
            WaitSafeCommand.class,
            SessionsCommand.class,
            JobsCommand.class,
            ConfigCommand.class,
            DoctorCommand.class,
            GenerateCompletion.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  remora run shop.war                 one server with an application",
            "  remora stats                        the only server of this user here",
            "  remora stats --pid 4711 --json      one of several, for a program",
            "  remora members --jmx node1:9010 --user admin",
            "  remora drain && kill %1             stop a server, nobody notices",
            "",
            "remora stands for java -jar remora.jar: alias remora='java -jar /opt/remora.jar'",
            "Completion in bash and zsh: source <(remora generate-completion)",
            "",
            "A server is found by --pid (its process on this machine, of the same user) or",
            "by --jmx host:port. With neither, it is the only one of this user here.",
            ""
        },
        exitCodeListHeading = "@|bold Exit codes|@%n",
        exitCodeList = {
            "0: done, or the answer is yes",
            "1: the answer is no: not in time, not found, something to put right",
            "2: the command line is wrong",
            "3: no server was reached",
            "4: there is no Remora in the process, or an older one",
            "5: the server does not let this user do it",
            "6: the server failed",
            "70: a fault of this program"
        })
public final class RemoraCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by {@link #run}. */
    public RemoraCommand() {}

    /**
     * Does what arguments say.
     *
     * @param arguments the command's
     * @return one of {@link ExitCode}
     */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine all = new CommandLine(new RemoraCommand());
        all.getSubcommands().values().forEach(RemoraCommand::withHelp);
        return all.setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, arguments) -> usage(exception))
                .setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, command));
    }

    private static void withHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            CommandSpec unused = command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("show this")
                            .build());
        }
        command.getSubcommands().values().forEach(RemoraCommand::withHelp);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int usage(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        say(wrong.getCommandLine(), wrong.getMessage() + " Try: " + command.qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int failed(Exception exception, CommandLine command) {
        if (exception instanceof CommandFailedException failed) {
            say(command, String.valueOf(failed.getMessage()));
            return failed.exitCode();
        }
        say(command, "This is a fault of the program: " + exception);
        return ExitCode.FAULT;
    }

    private static void say(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println("remora: " + message.strip().replaceAll("\\s*[\\r\\n]+\\s*", "; "));
        err.flush();
    }
}
