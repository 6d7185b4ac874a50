package org.remora.arquillian.benchmark.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Creates a session with as many attributes of one kilobyte as the parameter {@code attributes} says, each starting
 * with the text of the parameter {@code tag}; with the parameter {@code basket} also an object to change in place.
 */
@WebServlet("/fill")
public final class FillServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int ATTRIBUTE_CHARACTERS = 1024;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = request.getParameter("tag");
        int attributes = Integer.parseInt(request.getParameter("attributes"));
        HttpSession session = request.getSession();
        for (int i = 0; i < attributes; i++) {
            session.setAttribute("text" + i, Text.padded(tag, ATTRIBUTE_CHARACTERS));
        }
        if (request.getParameter("basket") != null) {
            session.setAttribute("basket", new Basket());
        }
        Reply.send(response, tag);
    }
}
