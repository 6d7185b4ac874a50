package org.remora.arquillian.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sets the attribute {@code name} to {@code value} and lets the response be committed in one of many ways, by
 * {@code op}. Where the parameter {@code gate} is given, the request waits there once its first bytes are on their way.
 */
@WebServlet("/commit")
public class CommitServlet extends HttpServlet {

    private static final int SMALL_BUFFER = 1024;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Parameters parameters = new Parameters(request);
        request.getSession().setAttribute(parameters.text("name"), parameters.text("value"));
        String op = parameters.text("op");
        switch (op) {
            case "overflowWriter" -> overflowWriter(response);
            case "overflowStream" -> overflowStream(response);
            case "flushBuffer" -> response.flushBuffer();
            case "flushWriter" -> flushWriter(response);
            case "flushStream" -> flushStream(response);
            case "closeWriter" -> closeWriter(response);
            case "contentLength" -> contentLength(response);
            case "redirect" -> response.sendRedirect("none");
            case "sendError" -> response.sendError(HttpServletResponse.SC_CONFLICT, "as asked");
            case "exception" -> throw new ServletException("as asked");
            case "forward" -> request.getRequestDispatcher("/fragment").forward(request, response);
            case "include" -> request.getRequestDispatcher("/fragment").include(request, response);
            default -> throw new IllegalArgumentException("unknown op " + op);
        }
        String gate = parameters.text("gate", "");
        if (!gate.isEmpty()) {
            Gates.pass(gate);
        }
    }

    private static void overflowWriter(HttpServletResponse response) throws IOException {
        response.setBufferSize(SMALL_BUFFER);
        response.getWriter().write("x".repeat(64 * SMALL_BUFFER));
    }

    private static void overflowStream(HttpServletResponse response) throws IOException {
        response.setBufferSize(SMALL_BUFFER);
        response.getOutputStream().write(new byte[64 * SMALL_BUFFER]);
    }

    private static void flushWriter(HttpServletResponse response) throws IOException {
        response.getWriter().write("first");
        response.getWriter().flush();
    }

    private static void flushStream(HttpServletResponse response) throws IOException {
        response.getOutputStream().write('f');
        response.getOutputStream().flush();
    }

    private static void closeWriter(HttpServletResponse response) throws IOException {
        response.getWriter().write("all");
        response.getWriter().close();
    }

    private static void contentLength(HttpServletResponse response) throws IOException {
        response.setContentLength(4);
        response.getOutputStream().write(new byte[] {'f', 'o', 'u', 'r'});
    }
}
