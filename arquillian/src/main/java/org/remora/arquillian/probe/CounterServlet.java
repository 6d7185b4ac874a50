package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** A number in the session: GET shows it, POST reads it, adds one and writes it back. */
@WebServlet("/counter")
public class CounterServlet extends HttpServlet {

    private static final String ATTRIBUTE = "counter";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request.getSession(), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        session.setAttribute(ATTRIBUTE, valueIn(session) + 1);
        answer(session, response);
    }

    private static void answer(HttpSession session, HttpServletResponse response) throws IOException {
        new Answer()
                .line("id", session.getId())
                .line("new", session.isNew())
                .line("value", valueIn(session))
                .writeTo(response);
    }

    private static int valueIn(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Integer value ? value : 0;
    }
}
