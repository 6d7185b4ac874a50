package org.remora.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;
import org.remora.cli.server.JmxAddress;
import org.remora.cli.server.LocalProcess;
import org.remora.cli.server.LocalServers;
import org.remora.cli.server.Password;
import org.remora.cli.server.ServerAddress;
import picocli.CommandLine.Option;

/** Which server is asked, and by whom. */
final class TargetOptions {

    @Option(
            names = {"-p", "--pid"},
            paramLabel = "PID",
            description = "the server's process on this machine")
    private Optional<Long> pid = Optional.empty();

    @Option(names = "--jmx", paramLabel = "HOST:PORT", description = "the server's JMX address")
    private Optional<String> jmx = Optional.empty();

    @Option(
            names = {"-u", "--user"},
            paramLabel = "NAME",
            description = "who asks, with --jmx")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "the file in whose first line the password is")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--password-env",
            paramLabel = "VARIABLE",
            defaultValue = Password.USUAL_VARIABLE,
            description = "the environment variable that has the password if there is no file (${DEFAULT-VALUE});"
                    + " without it, it is asked for")
    private String passwordVariable = Password.USUAL_VARIABLE;

    ServerAddress address() {
        if (jmx.isEmpty()) {
            refuseIf(user.isPresent(), "--user goes with --jmx: a process on this machine asks for no password.");
            return pid.<ServerAddress>map(LocalProcess::new).orElseGet(LocalServers::only);
        }
        refuseIf(pid.isPresent(), "A server is named by --pid or by --jmx, not by both.");
        Optional<JmxAddress.Credentials> credentials = user.map(
                name -> new JmxAddress.Credentials(name, new Password(passwordFile, passwordVariable).of(name)));
        return JmxAddress.parse(jmx.get(), credentials)
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.USAGE, "--jmx takes host:port, such as node1:9010, and not '" + jmx.get() + "'."));
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new CommandFailedException(ExitCode.USAGE, message);
        }
    }
}
