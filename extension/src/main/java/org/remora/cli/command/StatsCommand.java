package org.remora.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.remora.cli.output.ExitCode;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;
import org.remora.cli.server.Bean;
import org.remora.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the numbers of all servers. */
@Command(
        name = "stats",
        description = {
            "Shows what all servers of the cluster have counted, and the sums.",
            "All parts, if none is chosen. A server that does not answer within two seconds is shown as silent.",
            "Ends with 1 if a server is silent or the data is not safe."
        },
        footer = {"", "Example: watch -n 5 java -jar remora.jar stats -cs"})
final class StatsCommand extends ServerCommand {

    private static final List<String> CLUSTER = List.of("cluster", "safe", "migrating", "members");

    @Option(
            names = {"-c", "--cluster"},
            description = "the cluster and its members")
    private boolean cluster;

    @Option(
            names = {"-s", "--sessions"},
            description = "sessions, for each application and server")
    private boolean sessions;

    @Option(
            names = {"-i", "--invalidation"},
            description = "cache invalidations")
    private boolean invalidation;

    @Option(
            names = {"-j", "--jobs"},
            description = "jobs")
    private boolean jobs;

    StatsCommand() {}

    @Override
    int ask(Server server, Screen screen) {
        Fields report = server.fields(Bean.STATISTICS, "collect");
        if (screen.json()) {
            screen.json(chosen(report));
        } else {
            show(report, screen);
        }
        boolean allAnswered = report.rows("members").stream().allMatch(member -> member.flag("answered"));
        return allAnswered && report.flag("safe") ? ExitCode.OK : ExitCode.NO;
    }

    private boolean isAll() {
        return !cluster && !sessions && !invalidation && !jobs;
    }

    private Fields chosen(Fields report) {
        Map<String, @Nullable Object> values = new TreeMap<>(report.values());
        values.keySet().removeIf(name -> !isChosen(name));
        return Fields.of(values);
    }

    private boolean isChosen(String name) {
        if (CLUSTER.contains(name)) {
            return isAll() || cluster;
        }
        boolean ofSessions = name.startsWith("session") && sessions;
        boolean ofInvalidations = name.startsWith("invalidation") && invalidation;
        return isAll() || ofSessions || ofInvalidations || (name.startsWith("job") && jobs);
    }

    private void show(Fields report, Screen screen) {
        List<Runnable> parts = new ArrayList<>();
        if (isAll() || cluster) {
            parts.add(() -> {
                ClusterView.heading(report, report.text("cluster"), screen);
                screen.table(StatsTables.MEMBERS, report.rows("members"));
            });
        }
        if (isAll() || sessions) {
            parts.add(() -> StatsTables.showSessions(report, screen));
        }
        if (isAll() || invalidation) {
            parts.add(() -> StatsTables.showInvalidations(report, screen));
        }
        if (isAll() || jobs) {
            parts.add(() -> StatsTables.showJobs(report, screen));
        }
        for (int part = 0; part < parts.size(); part++) {
            if (part > 0) {
                screen.line("");
            }
            parts.get(part).run();
        }
    }
}
