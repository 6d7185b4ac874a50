package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * Shows everything a session says of itself.
 *
 * <p>With the parameter {@code create=true} it makes one if there is none.
 */
@WebServlet("/session")
public class SessionServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(Boolean.parseBoolean(new Parameters(request).text("create", "false")));
        Answer answer = session == null ? new Answer().line("id", "none") : describe(session);
        answer.line("requestedId", request.getRequestedSessionId())
                .line("requestedIdValid", request.isRequestedSessionIdValid())
                .line("requestedIdFromCookie", request.isRequestedSessionIdFromCookie())
                .writeTo(response);
    }

    private static Answer describe(HttpSession session) {
        Answer answer = new Answer()
                .line("id", session.getId())
                .line("created", session.getCreationTime())
                .line("accessed", session.getLastAccessedTime())
                .line("timeout", session.getMaxInactiveInterval())
                .line("new", session.isNew());
        List<String> names = Collections.list(session.getAttributeNames());
        names.stream()
                .filter(name -> !name.contains("WELD") && !name.contains(".weld."))
                .sorted()
                .forEach(name -> answer.line("attribute." + name, Shown.text(session.getAttribute(name))));
        return answer;
    }
}
