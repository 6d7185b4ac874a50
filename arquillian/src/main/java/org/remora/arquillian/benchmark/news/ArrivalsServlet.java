package org.remora.arquillian.benchmark.news;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows what has arrived; a POST forgets it. */
@WebServlet("/news/arrivals")
public final class ArrivalsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // servlets are not serialized
    private Arrivals arrivals;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(arrivals.text());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        arrivals.forget();
    }
}
