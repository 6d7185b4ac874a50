package org.remora.arquillian.conformance.app;

import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done with a session. */
final class SessionSteps {

    private SessionSteps() {}

    static void addTo(Map<String, Step> steps) {
        steps.put("create", (turn, words) -> turn.session().getId());
        steps.put("id", (turn, words) -> turn.session().getId());
        steps.put("isNew", (turn, words) -> turn.session().isNew());
        steps.put("created", (turn, words) -> turn.session().getCreationTime());
        steps.put("accessed", (turn, words) -> turn.session().getLastAccessedTime());
        steps.put("interval", (turn, words) -> turn.session().getMaxInactiveInterval());
        steps.put("setInterval", (turn, words) -> done(() -> turn.session().setMaxInactiveInterval(words.number())));
        steps.put("names", (turn, words) -> names(turn.session()));
        steps.put("remove", (turn, words) -> done(() -> turn.session().removeAttribute(words.first())));
        steps.put("invalidate", (turn, words) -> done(() -> turn.session().invalidate()));
        steps.put("letGo", (turn, words) -> done(turn::letGo));
        steps.put(
                "ownContext",
                (turn, words) -> turn.session()
                        .getServletContext()
                        .getContextPath()
                        .equals(turn.request().getServletContext().getContextPath()));
    }

    static String done(Runnable action) {
        action.run();
        return "done";
    }

    /** The names without those that CDI and Faces use. */
    private static @Nullable String names(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.matches("[a-z0-9]+"))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
