package org.remora.cli.command;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.remora.cli.launch.Launch;
import org.remora.cli.launch.ServerJar;
import org.remora.cli.launch.ServerProcess;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a server. */
@Command(
        name = "run",
        description = {
            "Starts Payara Micro with Remora and these applications.",
            "It stays until the server ends; Ctrl-C stops it. What follows -- is handed to Payara Micro.",
            "Ends with what the server ends with."
        },
        footer = {
            "",
            "Examples:",
            "  remora run shop.war --port 8080 -Dremora.cluster.name=shop",
            "  remora run shop.war -Dremora.network.interface='10.1.*.*' -- --contextroot /",
            "  remora run shop.war -J-Xmx2g --server-jar /opt/payara-micro.jar --dry-run"
        })
final class RunCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "APPLICATION",
            arity = "0..*",
            description = "WAR files or exploded ones; what follows -- too")
    private List<String> words = List.of();

    @Option(
            names = "--server-jar",
            paramLabel = "FILE",
            description = "Payara Micro; not given: " + ServerJar.VARIABLE
                    + ", payara-micro.jar or payara-micro-VERSION.jar here or beside remora.jar")
    private Optional<Path> serverJar = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "where it listens for HTTP; not given: 8080")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            description = "a setting of Remora, or another system property of the server")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(
            names = "-J",
            paramLabel = "OPTION",
            description = "an option of the server's virtual machine, such as -J-Xmx1g")
    private List<String> javaOptions = List.of();

    @Option(names = "--dry-run", description = "print the command, and do nothing")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RunCommand() {}

    @Override
    public Integer call() {
        List<String> command = launch().command();
        if (dryRun) {
            spec.commandLine().getOut().println(String.join(" ", command));
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
        return ServerProcess.run(command);
    }

    private Launch launch() {
        List<Path> applications = new ArrayList<>();
        List<String> serverOptions = new ArrayList<>();
        int end = Math.max(0, words.size() - behindTheDashes());
        words.subList(0, end).forEach(word -> applications.add(archive(word)));
        serverOptions.addAll(words.subList(end, words.size()));
        Path remoraJar = ownJar();
        Optional<Path> named = serverJar.or(
                () -> Optional.ofNullable(System.getenv(ServerJar.VARIABLE)).map(Path::of));
        return new Launch(
                ServerJar.near(remoraJar).find(named),
                remoraJar,
                applications,
                port.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                properties,
                javaOptions,
                serverOptions);
    }

    /** How many words stand behind the first {@code --}; picocli gives them as parameters, without a mark. */
    private int behindTheDashes() {
        List<String> all = spec.commandLine().getParseResult().originalArgs();
        int dashes = all.indexOf("--");
        return dashes < 0 ? 0 : all.size() - dashes - 1;
    }

    private static Path archive(String word) {
        Path archive = Path.of(word);
        if (!Files.exists(archive)) {
            throw new CommandFailedException(ExitCode.USAGE, "There is no application " + word + ".");
        }
        return archive;
    }

    private static Path ownJar() {
        try {
            return Path.of(RunCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new CommandFailedException(ExitCode.FAULT, "Where remora.jar is cannot be told.", e);
        }
    }
}
