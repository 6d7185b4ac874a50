package org.remora.arquillian.probe;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Goes to the {@code path} of another application, the one at {@code context}, by {@code op}: {@code forward} or
 * {@code include}. After an include it shows what its own session has at {@code name}.
 */
@WebServlet("/cross")
public class CrossServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Parameters parameters = new Parameters(request);
        String context = parameters.text("context");
        ServletContext other = getServletContext().getContext(context);
        if (other == null || !other.getContextPath().equals(context)) {
            throw new ServletException("the server shows no application at " + context);
        }
        String path = parameters.text("path");
        switch (parameters.text("op")) {
            case "forward" -> other.getRequestDispatcher(path).forward(request, response);
            case "include" -> {
                other.getRequestDispatcher(path).include(request, response);
                new Answer()
                        .line("own", Shown.text(request.getSession().getAttribute(parameters.text("name"))))
                        .line("ownId", request.getSession().getId())
                        .writeTo(response);
            }
            default -> throw new IllegalArgumentException("unknown op");
        }
    }
}
