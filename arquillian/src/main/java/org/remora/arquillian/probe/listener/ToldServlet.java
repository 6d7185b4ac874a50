package org.remora.arquillian.probe.listener;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows what this node's listeners were told of a {@code subject}, without a session. */
@WebServlet("/told")
public class ToldServlet extends HttpServlet {

    @Inject
    private transient Counter counter;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        String subject = request.getParameter("subject");
        response.getWriter()
                .append(subject == null ? counter.counts() : String.join("\n", Told.of(subject)))
                .append('\n');
    }
}
