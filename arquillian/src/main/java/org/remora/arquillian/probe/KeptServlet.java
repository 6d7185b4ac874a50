package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A basket that the application keeps a reference to, beside the session: {@code op=keep} takes it from the session,
 * {@code op=add} adds an {@code item} to it without asking the session for it.
 */
@WebServlet("/kept")
public class KeptServlet extends HttpServlet {

    private final ConcurrentHashMap<String, Basket> kept = new ConcurrentHashMap<>();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        HttpSession session = request.getSession();
        switch (parameters.text("op")) {
            case "keep" -> kept.put(session.getId(), (Basket) session.getAttribute("basket"));
            case "add" -> Objects.requireNonNull(kept.get(session.getId())).add(parameters.text("item"));
            default -> throw new IllegalArgumentException("unknown op");
        }
        new Answer().line("items", kept.get(session.getId())).writeTo(response);
    }
}
