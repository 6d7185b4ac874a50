package org.remora.cli.command;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How servers find each other. */
@Command(
        name = "nodes",
        description = {
            "Shows and changes where a server looks for others.",
            "A change holds until that server is started anew: write it into remora.discovery.static.nodes as well."
        },
        subcommands = {NodesCommand.Listing.class, NodesCommand.Add.class, NodesCommand.Remove.class},
        footer = {"", "Example: remora nodes add 10.1.0.7:5701"})
final class NodesCommand extends Group {

    NodesCommand() {}

    /** Shows them. */
    @Command(name = "list", description = "Shows where the server looks for others.")
    static final class Listing extends ServerCommand {

        Listing() {}

        @Override
        int ask(Server server, Screen screen) {
            Fields all = Fields.none()
                    .with("provider", server.attribute(Bean.DISCOVERY, "Provider"))
                    .with("nodes", server.call(Bean.DISCOVERY, "listNodes"))
                    .with("configuredNodes", server.attribute(Bean.DISCOVERY, "ConfiguredNodes"))
                    .with("addedNodes", server.attribute(Bean.DISCOVERY, "AddedNodes"));
            if (screen.json()) {
                screen.json(all);
                return ExitCode.OK;
            }
            screen.line("Servers are found by: " + all.text("provider").toLowerCase(Locale.ROOT));
            list("looked for", all.values().get("nodes"), screen);
            list("configured", all.values().get("configuredNodes"), screen);
            list("added at run time", all.values().get("addedNodes"), screen);
            return ExitCode.OK;
        }

        private static void list(String what, @Nullable Object nodes, Screen screen) {
            if (nodes instanceof List<?> list && !list.isEmpty()) {
                screen.line(Screen.Style.BOLD, what);
                list.forEach(each -> screen.line("  " + each));
            }
        }
    }

    /** Adds one. */
    @Command(name = "add", description = "Has the server look at one more address, and join what it finds there.")
    static final class Add extends ServerCommand {

        @Parameters(paramLabel = "HOST[:PORT]", description = "where another server is")
        private String node = "";

        Add() {}

        @Override
        int ask(Server server, Screen screen) {
            return told(server.call(Bean.DISCOVERY, "addNode", node), node, "added", "is known already", screen);
        }
    }

    /** Takes one away. */
    @Command(
            name = "remove",
            description = "Has the server look at an address no more. A member that was found there stays a member.")
    static final class Remove extends ServerCommand {

        @Parameters(paramLabel = "HOST[:PORT]", description = "as nodes list shows it")
        private String node = "";

        Remove() {}

        @Override
        int ask(Server server, Screen screen) {
            return told(server.call(Bean.DISCOVERY, "removeNode", node), node, "removed", "is not known", screen);
        }
    }

    private static int told(@Nullable Object answer, String node, String yes, String no, Screen screen) {
        boolean changed = Boolean.TRUE.equals(answer);
        if (screen.json()) {
            screen.json(Fields.none().with("node", node).with("changed", changed));
        } else {
            screen.line(node + " " + (changed ? yes : no));
        }
        return changed ? ExitCode.OK : ExitCode.NO;
    }
}
