package org.remora.arquillian.probe;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Starts an asynchronous request without handing anything over; another thread takes request and response from the
 * context, sets the attribute {@code name} to {@code value} and answers.
 */
@WebServlet(value = "/asyncThread", asyncSupported = true)
public class AsyncThreadServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync();
        async.start(() -> {
            HttpServletRequest seen = (HttpServletRequest) async.getRequest();
            Parameters parameters = new Parameters(seen);
            seen.getSession().setAttribute(parameters.text("name"), parameters.text("value"));
            answer(seen, (HttpServletResponse) async.getResponse(), async);
            async.complete();
        });
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, AsyncContext async) {
        try {
            new Answer()
                    .line("id", request.getSession().getId())
                    .line("original", async.hasOriginalRequestAndResponse())
                    .writeTo(response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
