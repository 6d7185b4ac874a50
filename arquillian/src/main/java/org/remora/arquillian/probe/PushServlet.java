package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.PushBuilder;
import java.io.IOException;

/** Sets the attribute {@code name} to {@code value} and pushes the page that reads it to the client. */
@WebServlet("/push")
public class PushServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        request.getSession().setAttribute(parameters.text("name"), parameters.text("value"));
        PushBuilder push = request.newPushBuilder();
        Answer answer = new Answer().line("id", request.getSession().getId()).line("supported", push != null);
        if (push != null) {
            answer.line("pushedId", push.getSessionId());
            push.path(request.getContextPath() + "/attribute")
                    .queryString("op=get&name=" + parameters.text("name"))
                    .push();
        }
        answer.writeTo(response);
    }
}
