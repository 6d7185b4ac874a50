package org.remora.arquillian.conformance.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request, or one part of it after a dispatch: the steps still to do and the answers so far.
 *
 * <p>Both are kept in request attributes and made of JDK types, so that a dispatch to another application goes on with
 * them.
 */
final class Turn {

    private static final String STEPS = "conformance.steps";
    private static final String LINES = "conformance.lines";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Deque<String> steps;
    private final Deque<String> lines;
    private @Nullable HttpSession held;
    private boolean over;

    private Turn(HttpServletRequest request, HttpServletResponse response, Deque<String> steps, Deque<String> lines) {
        this.request = request;
        this.response = response;
        this.steps = steps;
        this.lines = lines;
    }

    static Turn of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(STEPS) == null) {
            String[] written = request.getParameterValues("step");
            request.setAttribute(STEPS, new ArrayDeque<>(written == null ? List.of() : List.of(written)));
            request.setAttribute(LINES, new ArrayDeque<String>());
        }
        return new Turn(request, response, texts(request, STEPS), texts(request, LINES));
    }

    @SuppressWarnings("unchecked") // only this class puts it there, as what it is
    private static Deque<String> texts(HttpServletRequest request, String attribute) {
        return (Deque<String>) Objects.requireNonNull(request.getAttribute(attribute));
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    /** The session this turn asked for first, also after its end; made if there is none. */
    HttpSession session() {
        HttpSession known = held;
        if (known == null) {
            known = request.getSession();
            held = known;
        }
        return known;
    }

    /** Asks the request for its session when it is used next. */
    void letGo() {
        held = null;
    }

    boolean hasNext() {
        return !over && !steps.isEmpty();
    }

    Words next() {
        return Words.of(steps.removeFirst());
    }

    void answer(@Nullable Object value) {
        lines.addLast(Objects.toString(value).replace('\n', ' '));
    }

    /** What follows is done by another part of the request, which also answers. */
    void handOver() {
        over = true;
    }

    boolean isHandedOver() {
        return over;
    }

    byte[] text() {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String line : lines) {
            text.append(number).append('=').append(line).append('\n');
            number++;
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
