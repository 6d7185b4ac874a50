package org.remora.management.payara;

import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;

/** What this package says, RMR-5020 to RMR-5029. */
final class MetricsLog {

    private static final Logger LOG = System.getLogger("org.remora.management");

    private MetricsLog() {}

    static void notShown(Throwable cause) {
        LOG.log(WARNING, "RMR-5020 The metrics of this server do not show the numbers of Remora.", cause);
    }
}
