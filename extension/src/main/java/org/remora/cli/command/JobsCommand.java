package org.remora.cli.command;

import java.time.Instant;
import java.util.Locale;
import org.remora.cli.output.Column;
import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.output.Table;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Jobs, one by one. */
@Command(
        name = "jobs",
        description = {"Lists and cancels jobs.", "Their payloads and results are not shown."},
        subcommands = {JobsCommand.Listing.class, JobsCommand.Cancel.class},
        footer = {"", "Example: remora jobs cancel --app server/shop nightly-report"})
final class JobsCommand extends Group {

    JobsCommand() {}

    /** Lists them. */
    @Command(
            name = "list",
            description =
                    "Lists the jobs of all servers, so many at a time. Ends with 1 if a server did not answer, whose"
                            + " jobs are missing then.")
    static final class Listing extends ServerCommand {

        private static final Table TABLE = new Table(
                Column.of("KEY", "key"),
                Column.of("APPLICATION", "application"),
                Column.of("TYPE", "type"),
                Column.of("STATE", "state"),
                Column.number("TRY", "attempt"),
                Column.of("DUE", row -> due(row.number("dueMillis"))),
                Column.number("DONE", row -> row.number("percent") < 0 ? "" : row.number("percent") + "%"));

        @Option(
                names = {"-a", "--app"},
                paramLabel = "APPLICATION",
                defaultValue = "",
                description = "of this application")
        private String application = "";

        @Option(
                names = "--state",
                paramLabel = "STATE",
                defaultValue = "",
                description = "in this state: waiting, running, succeeded, failed, cancelled")
        private String state = "";

        @Option(
                names = "--limit",
                paramLabel = "COUNT",
                defaultValue = "50",
                description = "how many at most (${DEFAULT-VALUE}; 1000 at most)")
        private int limit;

        Listing() {}

        @Override
        int ask(Server server, Screen screen) {
            Fields page = server.fields(Bean.JOB_ADMIN, "list", application, state.toUpperCase(Locale.ROOT), limit);
            if (screen.json()) {
                screen.json(page);
            } else {
                screen.table(TABLE, page.rows("jobs"));
                screen.line(page.rows("jobs").size() + " of " + page.number("total") + " jobs");
                SessionsListCommand.silent(page)
                        .forEach(node -> screen.text(
                                Screen.Style.WARNING, "Server '" + node + "' did not answer; its jobs are missing."));
            }
            return SessionsListCommand.silent(page).isEmpty() ? ExitCode.OK : ExitCode.NO;
        }

        private static String due(long millis) {
            return millis <= 0 ? "" : Instant.ofEpochMilli(millis).toString();
        }
    }

    /** Cancels one. */
    @Command(
            name = "cancel",
            description = "Ends a job: one that waits at once, one that runs as soon as its handler heeds it, one that"
                    + " recurs for ever. Ends with 1 if there is none, or it was over.")
    static final class Cancel extends ServerCommand {

        @Option(
                names = {"-a", "--app"},
                paramLabel = "APPLICATION",
                required = true,
                description = "whose job it is, as jobs list shows it")
        private String application = "";

        @Parameters(paramLabel = "KEY", description = "the job's key")
        private String key = "";

        Cancel() {}

        @Override
        int ask(Server server, Screen screen) {
            Fields answer = Fields.none()
                    .with("application", application)
                    .with("key", key)
                    .with("outcome", server.call(Bean.JOB_ADMIN, "cancel", application, key));
            if (screen.json()) {
                screen.json(answer);
            } else {
                screen.line(Outcomes.sentence(answer.text("outcome"), key));
            }
            return answer.text("outcome").equals("CANCELLED") ? ExitCode.OK : ExitCode.NO;
        }
    }
}
