package org.remora.cli.command;

import java.time.Duration;
import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Waits until any one server may be stopped. */
@Command(
        name = "wait-safe",
        description = {
            "Waits until any one server may be stopped.",
            "Then no data is on its way, and all of it has all its copies. Ends with 1 if it is not so in time."
        },
        footer = {"", "Example: remora wait-safe --timeout 60 || echo 'better not now'"})
final class WaitSafeCommand extends ServerCommand {

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "how long to wait (${DEFAULT-VALUE})")
    private long timeoutSeconds;

    WaitSafeCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        boolean safe = Boolean.TRUE.equals(
                server.patientFor(Duration.ofSeconds(timeoutSeconds)).call(Bean.NODE, "waitSafe", timeoutSeconds));
        if (screen.json()) {
            screen.json(Fields.none().with("safe", safe));
        } else if (safe) {
            screen.text(Screen.Style.GOOD, "Safe: any one server may be stopped.");
        } else {
            screen.text(Screen.Style.BAD, "Not safe after " + timeoutSeconds + " s: do not stop a server.");
        }
        return safe ? ExitCode.OK : ExitCode.NO;
    }
}
