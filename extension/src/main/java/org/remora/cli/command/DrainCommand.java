package org.remora.cli.command;

import java.time.Duration;
import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a server out of service, so that it may be stopped. */
@Command(
        name = "drain",
        description = {
            "Takes a server out of service, and waits until it may be stopped.",
            "It is not ready any more, its users are led to others, its jobs are finished or handed over, and"
                    + " so is its data. undrain takes it back.",
            "Ends with 1 if it is not done in time (it goes on, call again to wait on), or if data was lost meanwhile."
        },
        footer = {"", "Example: remora drain --pid 4711 --grace 60 --timeout 300 && kill 4711"})
final class DrainCommand extends ServerCommand {

    private static final Duration PAUSE = Duration.ofMillis(500);

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            defaultValue = "-1",
            description = "for how long users of this server still go on here; not given: what remora.drain.grace says")
    private long graceSeconds;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "how long to wait in all (${DEFAULT-VALUE})")
    private long timeoutSeconds;

    @Option(names = "--no-wait", description = "begin, and do not wait")
    private boolean noWait;

    DrainCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(timeoutSeconds));
        Fields report = server.fields(Bean.NODE, "drain", graceSeconds);
        String shown = "";
        while (!noWait && !report.flag("complete") && !deadline.isOver()) {
            shown = progress(report, shown, screen);
            deadline.pause(PAUSE);
            report = server.attribute(Bean.NODE, "DrainReport") instanceof Fields now ? now : Fields.none();
        }
        return show(report, screen);
    }

    /** A line only where something has changed. */
    private static String progress(Fields report, String shown, Screen screen) {
        String line = "%s: %d parts of the data and %d jobs left here, users for %d s"
                .formatted(
                        report.text("state"),
                        report.number("partitionsLeft"),
                        report.number("jobsLeft"),
                        report.number("graceSecondsLeft"));
        if (!screen.json() && !line.equals(shown)) {
            screen.line(line);
            screen.out().flush();
        }
        return line;
    }

    private int show(Fields report, Screen screen) {
        boolean lost = report.number("partitionsLost") > 0;
        boolean complete = report.flag("complete");
        if (screen.json()) {
            screen.json(report);
        } else {
            screen.line("Moved %d parts of the data, ended or handed over %d jobs, in %d s; lost: %d parts."
                    .formatted(
                            report.number("partitionsMoved"),
                            report.number("jobsEnded"),
                            report.number("seconds"),
                            report.number("partitionsLost")));
            screen.text(
                    lost ? Screen.Style.BAD : complete ? Screen.Style.GOOD : Screen.Style.WARNING,
                    verdict(report, lost, complete));
        }
        return !lost && (complete || noWait) ? ExitCode.OK : ExitCode.NO;
    }

    private static String verdict(Fields report, boolean lost, boolean complete) {
        if (lost) {
            return "Data was lost while the server was being drained: another server went away.";
        }
        return complete
                ? "The server may be stopped."
                : "Not done yet, do not stop the server: " + report.text("state") + ". " + report.text("trouble");
    }
}
