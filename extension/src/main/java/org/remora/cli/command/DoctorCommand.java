package org.remora.cli.command;

import java.util.List;
import java.util.Map;
import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Paragraph;
import org.remora.cli.output.Screen;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;

/** Looks for what is wrong. */
@Command(
        name = "doctor",
        description = {
            "Looks for what is wrong, and says what to do about it.",
            "The server looks at its interfaces, multicast, ports, clocks, names, versions and settings, and"
                    + " at those of the others.",
            "Ends with 1 if something has to be put right."
        },
        footer = {"", "Example: remora doctor --json | jq '.findings[] | select(.level != \"OK\")'"})
final class DoctorCommand extends ServerCommand {

    private static final Map<String, Screen.Style> STYLES =
            Map.of("OK", Screen.Style.GOOD, "HINT", Screen.Style.WARNING, "PROBLEM", Screen.Style.BAD);

    private static final String INDENT = "    ";

    DoctorCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        List<Fields> findings = Fields.rowsOf(server.call(Bean.DOCTOR, "examine"));
        if (screen.json()) {
            screen.json(Fields.none().with("findings", findings));
        } else {
            findings.forEach(finding -> show(finding, screen));
        }
        return findings.stream().anyMatch(finding -> finding.text("level").equals("PROBLEM"))
                ? ExitCode.NO
                : ExitCode.OK;
    }

    private static void show(Fields finding, Screen screen) {
        String level = finding.text("level");
        screen.line(
                STYLES.getOrDefault(level, Screen.Style.BOLD),
                "%-8s %-11s".formatted(level, finding.text("check")).stripTrailing());
        Paragraph.of(finding.text("text"), INDENT).forEach(screen::line);
        if (!finding.text("remedy").isEmpty()) {
            Paragraph.of("-> " + finding.text("remedy"), INDENT).forEach(screen::line);
        }
    }
}
