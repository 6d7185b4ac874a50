package org.remora.invalidation;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;
import java.time.Duration;

/** What this package says, RMR-3000 to RMR-3099. */
final class InvalidationLog {

    private static final Logger LOG = System.getLogger("org.remora.invalidation");

    private InvalidationLog() {}

    static void gap(String application, String node) {
        LOG.log(
                WARNING,
                "RMR-3001 Invalidations for ''{0}'' from node ''{1}'' have not arrived; all its local caches on this"
                        + " node are dropped.",
                application,
                node);
    }

    static void silent(String application, String node, Duration maxSilence) {
        LOG.log(
                INFO,
                "RMR-3002 Nothing has been heard of node ''{1}'' for {2} ms; all local caches of ''{0}'' on this node"
                        + " are dropped now, and again and again until it is heard or gone.",
                application,
                node,
                Long.toString(maxSilence.toMillis()));
    }

    static void gone(String application, String node) {
        LOG.log(
                INFO,
                "RMR-3003 Node ''{1}'' is gone without a word; all local caches of ''{0}'' on this node are dropped.",
                application,
                node);
    }

    static void back(String application, String node) {
        LOG.log(
                INFO,
                "RMR-3004 Node ''{1}'', which was believed to be gone, is heard again; all local caches of ''{0}'' on"
                        + " this node are dropped.",
                application,
                node);
    }

    static void unreadable(String application, String node, String reason) {
        LOG.log(
                WARNING,
                "RMR-3005 A message for ''{0}'' from node ''{1}'' cannot be read; all its local caches on this node are"
                        + " dropped: {2}",
                application,
                node,
                reason);
    }

    static void keyUnreadable(String application, String cache, String reason) {
        LOG.log(
                WARNING,
                "RMR-3006 A key of the cache ''{1}'' of ''{0}'' cannot be read on this node; the whole cache is dropped"
                        + " instead: {2}",
                application,
                cache,
                reason);
    }

    static void coalesced(String application, String cache) {
        LOG.log(
                INFO,
                "RMR-3007 There are more invalidations for ''{0}'' than another node takes; those of the cache ''{1}''"
                        + " become one of the whole cache.",
                application,
                cache);
    }

    static void overrun(String application) {
        LOG.log(
                WARNING,
                "RMR-3008 Invalidations for ''{0}'' have come while others were held up by its classes, and are lost; all"
                        + " its local caches on this node are dropped.",
                application);
    }

    static void notApplied(String application, Throwable cause) {
        LOG.log(
                ERROR,
                "RMR-3009 An invalidation for ''" + application
                        + "'' failed on this node; all its local caches here are dropped.",
                cause);
    }
}
