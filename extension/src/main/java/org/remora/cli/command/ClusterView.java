package org.remora.cli.command;

import org.remora.cli.output.Fields;
import org.remora.cli.output.Screen;

/** The line about a cluster as a whole. */
final class ClusterView {

    private ClusterView() {}

    static void heading(Fields cluster, String name, Screen screen) {
        boolean safe = cluster.flag("safe");
        String state =
                safe ? "safe: every session has its copies" : "not safe: copies are missing, do not stop a server now";
        String migrating = cluster.flag("migrating") ? ", data is being moved" : "";
        screen.text(
                safe ? Screen.Style.GOOD : Screen.Style.WARNING,
                "Cluster '" + name + "', " + cluster.rows("members").size() + " members, " + state + migrating);
    }
}
