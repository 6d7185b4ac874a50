package org.remora.arquillian.benchmark.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Reads an object that could be changed in place, and does not change it. */
@WebServlet("/look")
public final class LookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute("basket") instanceof Basket basket) {
            Reply.send(response, Integer.toString(basket.size()));
        } else {
            Reply.noSession(response);
        }
    }
}
