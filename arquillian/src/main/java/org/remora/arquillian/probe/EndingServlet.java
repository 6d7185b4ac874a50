package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Sets the attribute {@code name} to {@code value} and ends its response in one of the rarer ways, by {@code op}. The
 * parameter {@code gate} is where those wait that do something after their first bytes.
 */
@WebServlet("/ending")
public class EndingServlet extends HttpServlet {

    private static final int TEAPOT = 418;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        HttpSession session = request.getSession();
        String name = parameters.text("name");
        String value = parameters.text("value");
        switch (parameters.text("op")) {
            case "read" -> response.getWriter().append(Shown.text(session.getAttribute(name)));
            case "readAndFlush" -> {
                response.getWriter().append(Shown.text(session.getAttribute(name)));
                response.flushBuffer();
            }
            case "status" -> {
                session.setAttribute(name, value);
                response.setStatus(parameters.number("status"));
            }
            case "body" -> {
                session.setAttribute(name, value);
                int length = request.getInputStream().readAllBytes().length;
                response.getWriter().append("length=" + length);
            }
            case "errorPage" -> {
                session.setAttribute(name, value);
                response.sendError(TEAPOT);
            }
            case "runtimeException" -> {
                session.setAttribute(name, value);
                throw new IllegalStateException("as asked");
            }
            case "error" -> {
                session.setAttribute(name, value);
                throw new AssertionError("as asked");
            }
            case "events" -> events(parameters, session, response);
            default -> throw new IllegalArgumentException("unknown op");
        }
    }

    /** Server-sent events, each with a change before it. */
    private static void events(Parameters parameters, HttpSession session, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/event-stream");
        for (int event = 1; event <= 3; event++) {
            session.setAttribute(parameters.text("name"), parameters.text("value") + event);
            response.getWriter().append("data: " + event + "\n\n");
            response.flushBuffer();
            Gates.pass(parameters.text("gate"));
        }
    }
}
