package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Ends, renames and limits sessions: {@code op=invalidate}, {@code changeId}, {@code changeIds},
 * {@code changeIdAndInvalidate}, {@code timeout} (of {@code seconds}).
 */
@WebServlet("/lifecycle")
public class LifecycleServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        HttpSession session = request.getSession();
        Answer answer = new Answer().line("id", session.getId());
        switch (parameters.text("op")) {
            case "invalidate" -> answer.line("after", invalidate(request, session));
            case "changeIds" -> {
                request.changeSessionId();
                request.changeSessionId();
                answer.line("changedId", request.changeSessionId());
            }
            case "changeIdAndInvalidate" -> {
                request.changeSessionId();
                answer.line("after", invalidate(request, session));
            }
            case "changeId" -> answer.line("changedId", request.changeSessionId());
            case "timeout" -> session.setMaxInactiveInterval(parameters.number("seconds"));
            default -> throw new IllegalArgumentException("unknown op");
        }
        answer.writeTo(response);
    }

    private static String invalidate(HttpServletRequest request, HttpSession session) {
        session.invalidate();
        String seen = request.getSession(false) == null ? "none" : "still there";
        try {
            session.getAttribute("any");
            return seen + ", readable";
        } catch (IllegalStateException ended) {
            return seen + ", ended";
        }
    }
}
