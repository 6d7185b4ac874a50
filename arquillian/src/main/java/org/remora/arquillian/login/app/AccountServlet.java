package org.remora.arquillian.login.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Logs in and out by calls, and works on the session; for everybody. */
@WebServlet("/account")
public class AccountServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/plain");
        switch (request.getParameter("op")) {
            case "keep" -> request.getSession().setAttribute("kept", request.getParameter("value"));
            case "login" -> request.login(request.getParameter("user"), request.getParameter("password"));
            case "logout" -> request.logout();
            case "invalidate" -> request.getSession().invalidate();
            case "ends" -> response.getWriter().println("ends=" + String.join(",", Ends.all()));
            default -> throw new ServletException("unknown op");
        }
        response.getWriter().println("user=" + request.getRemoteUser());
    }
}
