package org.remora.arquillian.benchmark.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Changes an object that lies in the session, without {@code setAttribute}, and answers with its counter. */
@WebServlet("/change")
public final class ChangeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute("basket") instanceof Basket basket) {
            Reply.send(response, Long.toString(basket.change()));
        } else {
            Reply.noSession(response);
        }
    }
}
