package org.remora.arquillian.probe.listener;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;

/**
 * Makes a session of a {@code name} with a bound attribute and a bean ({@code op=fill}), reads ({@code look}), replaces
 * and removes ({@code change}), keeps or reads what tells its environment ({@code situate}, {@code touch}), writes
 * after another request has said so ({@code late}, {@code open}), or has the end wait for that ({@code hold}); any may
 * set the timeout ({@code seconds}).
 */
@WebServlet({"/listened", "/polled"})
public class ListenedServlet extends HttpServlet {

    @Inject
    private transient SessionBean bean;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        String name = Objects.requireNonNullElse(request.getParameter("name"), "");
        switch (Objects.requireNonNullElse(request.getParameter("op"), "look")) {
            case "fill" -> fill(session, name);
            case "bind" -> session.setAttribute("bound", new Bound(name));
            case "situate" -> {
                session.setAttribute("situated", new Situated(name));
                Told.note(name, "called in " + Situated.environment());
            }
            case "touch" -> session.getAttribute("situated");
            case "change" -> change(session);
            case "late" -> {
                Gate.await(name);
                session.setAttribute("text", "late");
            }
            case "open" -> Gate.open(name);
            case "hold" -> session.setAttribute(Names.GATE, name);
            default -> session.getAttribute("bound");
        }
        String seconds = request.getParameter("seconds");
        if (seconds != null) {
            session.setMaxInactiveInterval(Integer.parseInt(seconds));
        }
        response.setContentType("text/plain");
        response.getWriter()
                .append("id=")
                .append(session.getId())
                .append("\nname=")
                .append(Names.of(session));
    }

    private void fill(HttpSession session, String name) {
        session.setAttribute(Names.ATTRIBUTE, name);
        session.setAttribute("text", "of " + name);
        session.setAttribute("bound", new Bound(name));
        bean.name(name);
    }

    private static void change(HttpSession session) {
        session.setAttribute("text", "first");
        session.setAttribute("text", "second");
        session.removeAttribute("text");
    }
}
