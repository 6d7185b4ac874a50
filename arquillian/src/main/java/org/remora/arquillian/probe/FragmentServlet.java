package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The target of forwards and includes: sets an attribute of its own and flushes. */
@WebServlet("/fragment")
public class FragmentServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession().setAttribute("fragment", new Parameters(request).text("value"));
        response.getWriter().write("fragment");
        response.flushBuffer();
    }
}
