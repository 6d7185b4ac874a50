package org.remora.arquillian.benchmark.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Replaces one attribute of 100 characters that begins with a counter, and answers with the counter's new value. */
@WebServlet("/write")
public final class WriteServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String NAME = "small";
    private static final int ATTRIBUTE_CHARACTERS = 100;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session == null) {
            Reply.noSession(response);
            return;
        }
        long before = session.getAttribute(NAME) instanceof String text ? Long.parseLong(Text.word(text)) : 0;
        String now = Long.toString(before + 1);
        session.setAttribute(NAME, Text.padded(now, ATTRIBUTE_CHARACTERS));
        Reply.send(response, now);
    }
}
