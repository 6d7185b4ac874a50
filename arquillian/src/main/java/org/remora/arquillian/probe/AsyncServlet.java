package org.remora.arquillian.probe;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Sets the attribute {@code name} to {@code value} on a thread of its own, and ends the asynchronous request by
 * {@code op}: {@code complete}, {@code dispatch}, {@code dispatchIntoError}, or {@code timeout}, where nobody ends it.
 *
 * <p>The dispatch is asked for by the servlet's own thread: asked for by another in the moment in which that one leaves
 * the container, Payara 6.2025.10 forgets it (its {@code AsyncContextImpl} reads two flags without a lock).
 */
@WebServlet(value = "/async", asyncSupported = true)
public class AsyncServlet extends HttpServlet {

    private static final long SHORT_TIMEOUT_MILLIS = 500;
    private static final long LONG_TIMEOUT_MILLIS = 20_000;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = new Parameters(request);
        String op = parameters.text("op");
        String name = parameters.text("name");
        String value = parameters.text("value");
        HttpSession session = request.getSession();
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(op.equals("timeout") ? SHORT_TIMEOUT_MILLIS : LONG_TIMEOUT_MILLIS);
        if (op.startsWith("dispatch")) {
            session.setAttribute(name, value);
            async.dispatch(op.equals("dispatch") ? "/fragment" : "/ending?op=runtimeException");
            return;
        }
        async.start(() -> {
            session.setAttribute(name, value);
            end(async, op, response);
        });
    }

    private static void end(AsyncContext async, String op, HttpServletResponse response) {
        switch (op) {
            case "complete" -> {
                write(response);
                async.complete();
            }
            case "timeout" -> {}
            default -> throw new IllegalArgumentException("unknown op " + op);
        }
    }

    private static void write(HttpServletResponse response) {
        try {
            response.getWriter().write("done");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
