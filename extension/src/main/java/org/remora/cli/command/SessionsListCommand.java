package org.remora.cli.command;

import java.time.Instant;
import java.util.List;
import org.remora.cli.output.Column;
import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.output.Table;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists sessions. */
@Command(
        name = "list",
        description =
                "Lists the sessions of all servers, by their ids, so many at a time. Ends with 1 if a server did not"
                        + " answer, whose sessions are missing then.")
final class SessionsListCommand extends ServerCommand {

    private static final int SHOWN_DIGITS = 12;

    @Mixin
    private SessionFilter filter = new SessionFilter();

    @Option(names = "--id", paramLabel = "DIGITS", defaultValue = "", description = "whose ids begin like this")
    private String idBegin = "";

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "50",
            description = "how many at most (${DEFAULT-VALUE}; 1000 at most)")
    private int limit;

    @Option(
            names = "--after",
            paramLabel = "ID",
            defaultValue = "",
            description = "go on behind this id, which the list before ended with")
    private String after = "";

    SessionsListCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        Fields page = filter.page(server, idBegin, after, limit);
        if (screen.json()) {
            screen.json(page);
        } else {
            show(page, nowMillis(server), screen);
        }
        return silent(page).isEmpty() ? ExitCode.OK : ExitCode.NO;
    }

    /** By the server's clock: this machine's may differ. */
    private static long nowMillis(Server server) {
        return server.attribute(Bean.SESSION_ADMIN, "TimeMillis") instanceof Number number
                ? number.longValue()
                : Instant.now().toEpochMilli();
    }

    private static void show(Fields page, long nowMillis, Screen screen) {
        Table table = new Table(
                Column.of("ID", row -> shortened(row.text("id"))),
                Column.of("APPLICATION", "application"),
                Column.of("LOGIN", "login"),
                Column.of("NODE", "node"),
                Column.number("AGE", row -> since(row.number("createdMillis"), nowMillis)),
                Column.number("IDLE", row -> since(row.number("accessedMillis"), nowMillis)),
                Column.number("ATTRS", "attributes"),
                Column.number("SIZE", row -> StatsTables.bytes(row.number("bytes"))));
        List<Fields> rows = page.rows("sessions");
        screen.table(table, rows);
        screen.line(rows.size() + " of " + page.number("total") + " sessions"
                + (page.text("next").isEmpty() ? "" : "; go on with --after " + page.text("next")));
        silent(page)
                .forEach(node -> screen.text(
                        Screen.Style.WARNING, "Server '" + node + "' did not answer; its sessions are missing."));
    }

    static List<?> silent(Fields page) {
        return page.values().get("silent") instanceof List<?> silent ? silent : List.of();
    }

    static String shortened(String id) {
        return id.length() <= SHOWN_DIGITS ? id : id.substring(0, SHOWN_DIGITS);
    }

    private static String since(long millis, long nowMillis) {
        return Spans.ofSeconds((nowMillis - millis) / 1000);
    }
}
