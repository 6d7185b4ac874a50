package org.remora.arquillian.conformance.app;

import static org.remora.arquillian.conformance.app.SessionSteps.done;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an application knows and may change of the way its sessions are kept. */
final class ContextSteps {

    private ContextSteps() {}

    static void addTo(Map<String, Step> steps) {
        steps.put("timeoutMinutes", (turn, words) -> context(turn).getSessionTimeout());
        steps.put("setTimeoutMinutes", (turn, words) -> done(() -> context(turn).setSessionTimeout(words.number())));
        steps.put("defaultModes", (turn, words) -> new TreeSet<>(context(turn).getDefaultSessionTrackingModes()));
        steps.put("modes", (turn, words) -> new TreeSet<>(context(turn).getEffectiveSessionTrackingModes()));
        steps.put(
                "setModes",
                (turn, words) -> done(() -> context(turn).setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE))));
        steps.put("addListener", (turn, words) -> done(() -> context(turn).addListener(AddedListener.class)));
        steps.put("cookieName", (turn, words) -> cookie(turn).getName());
        steps.put("cookiePath", (turn, words) -> cookie(turn).getPath());
        steps.put("cookieDomain", (turn, words) -> cookie(turn).getDomain());
        steps.put("cookieHttpOnly", (turn, words) -> cookie(turn).isHttpOnly());
        steps.put("cookieSecure", (turn, words) -> cookie(turn).isSecure());
        steps.put("cookieMaxAge", (turn, words) -> cookie(turn).getMaxAge());
        steps.put("cookieAttribute", (turn, words) -> cookie(turn).getAttribute(words.first()));
        steps.put("setCookieName", (turn, words) -> done(() -> cookie(turn).setName("other")));
        steps.put("setCookiePath", (turn, words) -> done(() -> cookie(turn).setPath("/other")));
        steps.put("setCookieDomain", (turn, words) -> done(() -> cookie(turn).setDomain("example.org")));
        steps.put("setCookieHttpOnly", (turn, words) -> done(() -> cookie(turn).setHttpOnly(true)));
        steps.put("setCookieSecure", (turn, words) -> done(() -> cookie(turn).setSecure(true)));
        steps.put("setCookieMaxAge", (turn, words) -> done(() -> cookie(turn).setMaxAge(1)));
        steps.put("setCookieAttribute", (turn, words) -> done(() -> cookie(turn).setAttribute("SameSite", "Lax")));
    }

    private static ServletContext context(Turn turn) {
        return turn.request().getServletContext();
    }

    private static SessionCookieConfig cookie(Turn turn) {
        return context(turn).getSessionCookieConfig();
    }
}
