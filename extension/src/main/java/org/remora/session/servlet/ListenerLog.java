package org.remora.session.servlet;

import static java.lang.System.Logger.Level.ERROR;

import java.lang.System.Logger;

/** What the application's listeners make the package say, RMR-2040 to RMR-2049. */
final class ListenerLog {

    private static final Logger LOG = System.getLogger("org.remora.session");

    private ListenerLog() {}

    static void listenerFailed(Class<?> listener, Throwable cause) {
        LOG.log(ERROR, "RMR-2040 The session listener " + listener.getName() + " failed; the others are told.", cause);
    }

    static void endFailed(RuntimeException cause) {
        LOG.log(ERROR, "RMR-2041 The end of a session failed; its application may not have been told of it.", cause);
    }
}
