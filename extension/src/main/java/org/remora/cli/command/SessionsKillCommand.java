package org.remora.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends sessions. */
@Command(
        name = "kill",
        description = {
            "Ends sessions as HttpSession.invalidate() does: everywhere, and their application is told once."
                    + " Name them by"
                    + " their ids, or all of a user or an application with --yes.",
            "Ends with 1 if one of them was not there any more, or could not be ended."
        })
final class SessionsKillCommand extends ServerCommand {

    private static final int PAGE = 200;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "eight digits or more of an id")
    private List<String> ids = List.of();

    @Mixin
    private SessionFilter filter = new SessionFilter();

    @Option(names = "--yes", description = "all sessions of --login or --app are meant")
    private boolean yes;

    SessionsKillCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        List<Fields> answers = new ArrayList<>();
        for (String id : ids.isEmpty() ? chosen(server) : ids) {
            answers.add(Fields.none().with("id", id).with("outcome", server.call(Bean.SESSION_ADMIN, "kill", id)));
        }
        if (screen.json()) {
            screen.json(Fields.none().with("sessions", answers));
        } else {
            answers.forEach(each -> screen.line(
                    Outcomes.sentence(each.text("outcome"), SessionsListCommand.shortened(each.text("id")))));
            screen.line(answers.stream().filter(SessionsKillCommand::isEnded).count() + " ended");
        }
        return answers.stream().allMatch(SessionsKillCommand::isEnded) ? ExitCode.OK : ExitCode.NO;
    }

    private static boolean isEnded(Fields answer) {
        return answer.text("outcome").startsWith("ENDED");
    }

    private List<String> chosen(Server server) {
        if (!filter.isAny()) {
            throw new CommandFailedException(ExitCode.USAGE, "Name a session by its id, or --login or --app.");
        }
        if (!yes) {
            long total = filter.page(server, "", "", 1).number("total");
            throw new CommandFailedException(ExitCode.USAGE, "This would end " + total + " sessions; add --yes.");
        }
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            Fields page = filter.page(server, "", after, PAGE);
            if (!SessionsListCommand.silent(page).isEmpty()) {
                throw new CommandFailedException(
                        ExitCode.UNREACHABLE,
                        "Nothing was ended: not all servers answer, missing " + SessionsListCommand.silent(page) + ".");
            }
            page.rows("sessions").forEach(row -> all.add(row.text("id")));
            after = page.text("next");
        } while (!after.isEmpty());
        return all;
    }
}
