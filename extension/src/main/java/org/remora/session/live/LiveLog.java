package org.remora.session.live;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;
import java.time.Duration;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;

/** What this package says, RMR-2000 to RMR-2099. */
final class LiveLog {

    private static final Logger LOG = System.getLogger("org.remora.session");

    private LiveLog() {}

    static void attributeNotStorable(String name, NotStorableException cause) {
        LOG.log(
                ERROR,
                "RMR-2001 The attribute ''{0}'' was changed in place into something that cannot be stored and stays as"
                        + " it was on the other nodes: {1}",
                name,
                cause.getMessage());
    }

    static void attributeUnreadable(String name, UnreadableAttributeException cause) {
        LOG.log(
                WARNING,
                "RMR-2002 The attribute ''{0}'' cannot be read on this node and counts as absent here; its bytes stay in"
                        + " the grid: {1}",
                name,
                cause.getMessage());
    }

    static void attributeTaken(String name) {
        LOG.log(
                ERROR,
                "RMR-2006 The attribute ''{0}'' is left out of a commit: another request does not come to an end of"
                        + " encoding it. A later commit sends it.",
                name);
    }

    static void attributeTooLarge(String name, int bytes, int maxBytes) {
        LOG.log(
                ERROR,
                "RMR-2007 The attribute ''{0}'' of {1} bytes is left out of a commit and stays as it was on the other"
                        + " nodes: with it the session would be larger than the {2} bytes that remora.session.max-size"
                        + " allows.",
                name,
                Integer.toString(bytes),
                Integer.toString(maxBytes));
    }

    static void notMerged(String name, Exception cause) {
        LOG.log(
                ERROR,
                "RMR-2008 The attribute ''{0}'' was changed on two nodes at the same time and could not be merged; the"
                        + " later commit wins: {1}",
                name,
                cause.toString());
    }

    static void outageBegan(String application, String reason) {
        LOG.log(
                WARNING,
                "RMR-2003 The grid does not answer for the sessions of ''{0}'' ({1}). Replication is suspended: changes"
                        + " wait on this node and are committed when the grid answers.",
                application,
                reason);
    }

    static void putBack(String application, long sessions) {
        LOG.log(
                WARNING,
                "RMR-2009 Servers were lost together with the only copies of sessions of ''{0}'' in the grid. From the"
                        + " copies of this node, {1} of them were put back.",
                application,
                Long.toString(sessions));
    }

    static void locatorTaken(String application) {
        LOG.log(
                ERROR,
                "RMR-2005 A new session of ''{0}'' has the locator of another and is given up; its user gets a new one.",
                application);
    }

    static void outageEnded(String application, Duration lasted) {
        LOG.log(
                INFO,
                "RMR-2004 The grid answers again for the sessions of ''{0}''; no change waits any more. Replication was"
                        + " suspended for {1} ms.",
                application,
                Long.toString(lasted.toMillis()));
    }
}
