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

/** Shows the servers of the cluster. */
@Command(
        name = "members",
        description = "Shows the servers of the cluster, as the one that is asked sees them.",
        footer = {"", "Example: remora members --json | jq -r '.members[].address'"})
final class MembersCommand extends ServerCommand {

    private static final Table TABLE = new Table(
            Column.of("NAME", row -> row.text("name") + (row.flag("self") ? " *" : "")),
            Column.of("ADDRESS", "address"),
            Column.of("VERSION", "version"),
            Column.of("STATE", row -> row.text("state") + (row.flag("lite") ? " (lite)" : "")),
            Column.number("UP", row -> Spans.ofSeconds(row.number("uptimeSeconds"))),
            Column.number("PARTITIONS", "ownedPartitions"));

    MembersCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        Fields cluster = Fields.none();
        for (String attribute : List.of("Name", "Safe", "Migrating", "Members")) {
            String name = attribute.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + attribute.substring(1);
            cluster = cluster.with(name, server.attribute(Bean.CLUSTER, attribute));
        }
        if (screen.json()) {
            screen.json(cluster);
        } else {
            ClusterView.heading(cluster, cluster.text("name"), screen);
            screen.table(TABLE, cluster.rows("members"));
        }
        return ExitCode.OK;
    }
}
