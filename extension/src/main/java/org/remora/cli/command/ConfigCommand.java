package org.remora.cli.command;

import java.util.List;
import org.remora.cli.output.Column;
import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.output.Table;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what a server goes by. */
@Command(
        name = "config",
        description = {
            "Shows every setting that the server goes by.",
            "With where it is written, and its default. Secrets are masked. What an application sets for"
                    + " itself is a row with its name."
        },
        footer = {"", "Example: remora config --changed"})
final class ConfigCommand extends ServerCommand {

    private static final String DEFAULT = "default";

    private static final Table TABLE = new Table(
            Column.whole(
                    "KEY",
                    row -> row.text("key") + (row.text("application").isEmpty() ? "" : " @" + row.text("application"))),
            Column.of("VALUE", row -> shown(row.text("value"))),
            Column.of("FROM", "source"),
            Column.of("DEFAULT", row -> shown(row.text("defaultValue"))));

    @Option(names = "--changed", description = "only those that are written somewhere")
    private boolean changed;

    ConfigCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        List<Fields> rows = Fields.rowsOf(server.attribute(Bean.SETTINGS, "Settings")).stream()
                .filter(row -> !changed || !row.text("source").equals(DEFAULT))
                .toList();
        if (screen.json()) {
            screen.json(Fields.none().with("settings", rows));
        } else {
            screen.table(TABLE, rows);
        }
        return ExitCode.OK;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "-" : value;
    }
}
