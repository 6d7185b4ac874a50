package org.remora.cli.command;

import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;

/** Takes a drained server back into service. */
@Command(
        name = "undrain",
        description = {
            "Takes a server back into service that is being drained, or was.",
            "It is ready again, takes jobs and gets its share of the data. wait-safe waits until it has it."
        },
        footer = {"", "Example: remora undrain --pid 4711 && remora wait-safe --pid 4711"})
final class UndrainCommand extends ServerCommand {

    UndrainCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        Object unused = server.call(Bean.NODE, "undrain");
        Fields now = Fields.none()
                .with("name", server.attribute(Bean.NODE, "Name"))
                .with("state", server.attribute(Bean.NODE, "State"))
                .with("ready", server.attribute(Bean.NODE, "Ready"));
        if (screen.json()) {
            screen.json(now);
        } else {
            screen.line("Server '" + now.text("name") + "' is " + now.text("state")
                    + (now.flag("ready") ? " and ready." : ", and not ready yet."));
        }
        return ExitCode.OK;
    }
}
