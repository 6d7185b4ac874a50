package org.remora.management;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;

/** What administrators do, RMR-5100 to RMR-5199. Sessions go by the hashes of their ids. */
final class AdminLog {

    private static final Logger LOG = System.getLogger("org.remora.management");

    private AdminLog() {}

    static void killed(String id, String application, String asker, String outcome) {
        LOG.log(
                INFO,
                "RMR-5101 The session {0} of ''{1}'' was to be ended by {2}: {3}.",
                id,
                application,
                asker,
                outcome);
    }

    static void shown(String id, String application, String asker) {
        LOG.log(INFO, "RMR-5102 The session {0} of ''{1}'' was shown to {2}, without values.", id, application, asker);
    }

    static void valuesShown(String id, String application, String asker) {
        LOG.log(
                WARNING,
                "RMR-5103 The session {0} of ''{1}'' was shown to {2}, with the values of its attributes.",
                id,
                application,
                asker);
    }

    static void cancelled(String key, String application, String asker, String outcome) {
        LOG.log(
                INFO,
                "RMR-5104 The job ''{0}'' of ''{1}'' was to be cancelled by {2}: {3}.",
                key,
                application,
                asker,
                outcome);
    }
}
