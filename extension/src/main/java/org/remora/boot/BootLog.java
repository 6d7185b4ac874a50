package org.remora.boot;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;

/** What this package says, RMR-1000 to RMR-1099. */
final class BootLog {

    private static final Logger LOG = System.getLogger("org.remora");

    private BootLog() {}

    static void notStarted(RuntimeException cause) {
        LOG.log(
                ERROR,
                "RMR-1001 Remora does not start, and no application is deployed on this server. {0}",
                cause.getMessage());
    }

    static void housekeepingFailed(Throwable cause) {
        LOG.log(WARNING, "RMR-1002 A periodic task failed and is tried again.", cause);
    }
}
