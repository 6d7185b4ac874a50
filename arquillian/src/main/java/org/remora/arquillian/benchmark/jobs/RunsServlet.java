package org.remora.arquillian.benchmark.jobs;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows what has run here; a POST forgets it. */
@WebServlet("/jobs/runs")
public final class RunsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // servlets are not serialized
    private EmptyHandler handler;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(handler.text());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        handler.forget();
    }
}
