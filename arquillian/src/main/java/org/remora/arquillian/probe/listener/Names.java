package org.remora.arquillian.probe.listener;

import jakarta.servlet.http.HttpSession;
import java.util.Objects;

/** How sessions are called in the tests: the attribute {@code name}, or else, also when the session is over, the id. */
final class Names {

    static final String ATTRIBUTE = "name";

    /** Names the gate at which the end of the session waits. */
    static final String GATE = "gate";

    private Names() {}

    static String of(HttpSession session) {
        try {
            return Objects.toString(session.getAttribute(ATTRIBUTE), session.getId());
        } catch (IllegalStateException ended) {
            return session.getId();
        }
    }
}
