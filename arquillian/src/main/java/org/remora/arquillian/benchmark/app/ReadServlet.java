package org.remora.arquillian.benchmark.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Reads one attribute of an existing session and answers with the word it begins with. */
@WebServlet("/read")
public final class ReadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute("text3") instanceof String text) {
            Reply.send(response, Text.word(text));
        } else {
            Reply.noSession(response);
        }
    }
}
