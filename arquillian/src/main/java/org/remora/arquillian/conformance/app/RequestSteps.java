package org.remora.arquillian.conformance.app;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a request knows of its session. */
final class RequestSteps {

    private RequestSteps() {}

    static void addTo(Map<String, Step> steps) {
        steps.put("nothing", (turn, words) -> "nothing");
        steps.put("peek", (turn, words) -> idOrNone(turn.request().getSession(false)));
        steps.put("current", (turn, words) -> idOrNone(turn.request().getSession(true)));
        steps.put("changeId", (turn, words) -> turn.request().changeSessionId());
        steps.put("requestedId", (turn, words) -> turn.request().getRequestedSessionId());
        steps.put("requestedIdValid", (turn, words) -> turn.request().isRequestedSessionIdValid());
        steps.put("fromCookie", (turn, words) -> turn.request().isRequestedSessionIdFromCookie());
        steps.put("fromUrl", (turn, words) -> turn.request().isRequestedSessionIdFromURL());
        steps.put("encode", (turn, words) -> turn.response().encodeURL(words.first()));
        steps.put("encodeRedirect", (turn, words) -> turn.response().encodeRedirectURL(words.first()));
        steps.put("now", (turn, words) -> System.currentTimeMillis());
        steps.put("pause", (turn, words) -> pause(words.number()));
        steps.put(
                "sameRequest",
                (turn, words) -> turn.request().equals(turn.request().getAttribute(PassedOnFilter.PASSED_ON)));
        steps.put("flush", (turn, words) -> {
            turn.response().flushBuffer();
            return "done";
        });
        steps.put("overflow", (turn, words) -> {
            turn.response()
                    .getOutputStream()
                    .write("#".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            turn.response().getOutputStream().write('\n');
            return "done";
        });
    }

    private static String idOrNone(HttpSession session) {
        return session == null ? "none" : session.getId();
    }

    private static String pause(int millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return "done";
    }
}
