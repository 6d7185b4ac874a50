package org.remora.cli.command;

import org.remora.cli.output.Fields;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Option;

/** Which sessions are meant. */
final class SessionFilter {

    @Option(
            names = {"-a", "--app"},
            paramLabel = "APPLICATION",
            defaultValue = "",
            description = "of this application: its name as stats shows it, or its context path")
    private String application = "";

    @Option(
            names = {"-l", "--login"},
            paramLabel = "NAME",
            defaultValue = "",
            description = "of the user who has logged in with this name")
    private String login = "";

    boolean isAny() {
        return !application.isEmpty() || !login.isEmpty();
    }

    /** The sessions after one, in the order of their ids. */
    Fields page(Server server, String idBegin, String after, int limit) {
        return server.fields(Bean.SESSION_ADMIN, "list", application, login, idBegin, after, limit);
    }
}
