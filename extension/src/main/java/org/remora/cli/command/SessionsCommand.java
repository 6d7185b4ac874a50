package org.remora.cli.command;

import picocli.CommandLine.Command;

/** Sessions, one by one. */
@Command(
        name = "sessions",
        description = {
            "Lists, shows and ends sessions.",
            "A session's id is a secret, so the ids here are hashes, of which the first eight digits or more"
                    + " are enough. What is shown and ended is logged on the server, with who asked for it."
        },
        subcommands = {SessionsListCommand.class, SessionsShowCommand.class, SessionsKillCommand.class},
        footer = {
            "",
            "Examples:",
            "  remora sessions list --login bob",
            "  remora sessions show 3f9c2a10",
            "  remora sessions kill --login bob --yes"
        })
final class SessionsCommand extends Group {

    SessionsCommand() {}
}
