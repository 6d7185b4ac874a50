package org.remora.arquillian.login.app;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Shows who the user is, as every part of the server sees it. Below {@code /secret} the server lets staff in only. */
@WebServlet({"/user", "/secret/user"})
public class UserServlet extends HttpServlet {

    @Inject
    private SecurityContext security;

    @Inject
    private StaffDesk desk;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        PrintWriter out = response.getWriter();
        out.println("principal=" + name(request.getUserPrincipal()));
        out.println("user=" + request.getRemoteUser());
        out.println("kind=" + kind(request.getUserPrincipal()));
        out.println("authType=" + request.getAuthType());
        out.println("staff=" + request.isUserInRole("staff"));
        out.println("boss=" + request.isUserInRole("boss"));
        out.println("security.user=" + name(security.getCallerPrincipal()));
        out.println("security.staff=" + security.isCallerInRole("staff"));
        out.println("desk=" + desk());
        out.println("method=" + request.getMethod());
        out.println("word=" + request.getParameter("word"));
        HttpSession session = request.getSession(false);
        out.println("id=" + (session == null ? null : session.getId()));
        out.println("kept=" + (session == null ? null : session.getAttribute("kept")));
        out.println("internal=" + (session == null ? null : session.getAttribute("org.remora.login")));
    }

    private String desk() {
        try {
            return desk.caller();
        } catch (EJBAccessException refused) {
            return "refused";
        }
    }

    private static @Nullable String name(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }

    private static @Nullable String kind(@Nullable Principal principal) {
        return principal == null ? null : principal.getClass().getSimpleName();
    }
}
