package org.remora.cdi;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;
import java.time.Duration;

/** What this package says, RMR-3100 to RMR-3199. */
final class CdiLog {

    private static final Logger LOG = System.getLogger("org.remora.invalidation");

    private CdiLog() {}

    static void observerFailed(String observer, String cache, Throwable cause) {
        LOG.log(
                ERROR,
                "RMR-3101 The observer " + observer + " failed with an invalidation of the cache '" + cache
                        + "' by another node; other observers are told.",
                cause);
    }

    static void jobObserverFailed(String application, String observer, Throwable cause) {
        LOG.log(
                ERROR,
                "RMR-3104 The observer " + observer + " of '" + application
                        + "' failed with the news of a job; other observers are told.",
                cause);
    }

    static void observerBlocks(String observer, String cache, Duration since) {
        LOG.log(
                WARNING,
                "RMR-3102 The observer {0} has been busy for {2} s with an invalidation of the cache ''{1}'' by another"
                        + " node; further ones of this cache wait for it, other observers and caches do not.",
                observer,
                cache,
                Long.toString(since.toSeconds()));
    }

    static void observerOverloaded(String observer, String cache) {
        LOG.log(
                INFO,
                "RMR-3103 Too many invalidations of the cache ''{1}'' wait for the observer {0}; they become one of the"
                        + " whole cache.",
                observer,
                cache);
    }
}
