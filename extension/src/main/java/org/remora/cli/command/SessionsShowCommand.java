package org.remora.cli.command;

import java.time.Instant;
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

/** Shows one session. */
@Command(
        name = "show",
        description = "Shows a session and the names and sizes of its attributes. Ends with 1 if there is none.")
final class SessionsShowCommand extends ServerCommand {

    @Parameters(paramLabel = "ID", description = "eight digits or more of its id, as sessions list shows it")
    private String id = "";

    @Option(
            names = "--values",
            description = "show the values, too; the server allows it only with remora.management.show-values=true, and"
                    + " has to run the application")
    private boolean values;

    SessionsShowCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        Fields answer = server.fields(Bean.SESSION_ADMIN, "show", id, values);
        boolean found = answer.text("outcome").equals("FOUND");
        if (screen.json()) {
            screen.json(answer);
        } else if (found) {
            show(answer, screen);
        } else {
            screen.line(Outcomes.sentence(answer.text("outcome"), id));
        }
        return found ? ExitCode.OK : ExitCode.NO;
    }

    private void show(Fields answer, Screen screen) {
        Fields session = answer.fields("session");
        line("id", session.text("id"), screen);
        line("application", session.text("application"), screen);
        line("login", session.text("login"), screen);
        line("rests on", session.text("node"), screen);
        line("created", instant(session.number("createdMillis")), screen);
        line("last used", instant(session.number("accessedMillis")), screen);
        long timeout = session.number("timeoutSeconds");
        line("timeout", timeout <= 0 ? "never" : Spans.ofSeconds(timeout), screen);
        screen.line("");
        Column name = Column.of("ATTRIBUTE", "name");
        Column size = Column.number("SIZE", row -> StatsTables.bytes(row.number("bytes")));
        screen.table(
                values ? new Table(name, size, Column.of("VALUE", "value")) : new Table(name, size),
                answer.rows("attributes"));
        if (!answer.text("note").isEmpty()) {
            screen.text(Screen.Style.WARNING, answer.text("note"));
        }
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static void line(String name, String text, Screen screen) {
        screen.line("%-12s %s".formatted(name, text.isEmpty() ? "-" : text));
    }
}
