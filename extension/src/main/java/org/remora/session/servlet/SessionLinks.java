package org.remora.session.servlet;

import java.util.Optional;
import org.remora.session.SessionId;
import org.remora.session.live.LiveSession;
import org.remora.session.live.SessionAttributes;

/**
 * How a session leads to those of other applications, which its own application dispatches requests into: they must be
 * found again (Servlet 6.0, 7.3), and the client does not send their cookies with requests to the first.
 *
 * <p>Their ids are kept in the session, readable only for those who know its own id.
 */
final class SessionLinks {

    private static final String PREFIX = SessionAttributes.INTERNAL + "session.of.";

    private SessionLinks() {}

    /** The id of another application's session. */
    static Optional<SessionId> read(LiveSession from, String contextPath) {
        return from.attributes()
                .internalText(PREFIX + contextPath)
                .flatMap(SessionId::parse)
                .map(veiled -> veiled.veiledBy(from.id(), contextPath));
    }

    /** Leads to another application's session. */
    static void write(LiveSession from, String contextPath, SessionId to) {
        from.attributes()
                .setInternalText(
                        PREFIX + contextPath,
                        to.veiledBy(from.id(), contextPath).value());
    }

    /** The session has another id. */
    static void renamed(LiveSession from, SessionId before) {
        for (String name : from.attributes().internalNames(PREFIX)) {
            String contextPath = name.substring(PREFIX.length());
            from.attributes()
                    .internalText(name)
                    .flatMap(SessionId::parse)
                    .ifPresent(veiled -> write(from, contextPath, veiled.veiledBy(before, contextPath)));
        }
    }
}
