package org.remora.arquillian.probe;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A counter in a session scoped bean: GET shows it, POST adds one. */
@WebServlet("/bean")
public class BeanServlet extends HttpServlet {

    @Inject
    private transient VisitCounter counter;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new Answer().line("value", counter.visits()).writeTo(response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new Answer().line("value", counter.visit()).writeTo(response);
    }
}
