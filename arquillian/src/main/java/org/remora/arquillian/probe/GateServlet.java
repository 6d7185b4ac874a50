package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Opens the gate {@code name}; does not touch the session. */
@WebServlet("/gate")
public class GateServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Gates.open(new Parameters(request).text("name"));
        new Answer().line("gate", "open").writeTo(response);
    }
}
