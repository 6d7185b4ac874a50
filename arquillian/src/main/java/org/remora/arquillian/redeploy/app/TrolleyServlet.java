package org.remora.arquillian.redeploy.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.PrintWriter;

/** Adds {@code item} to what is in the session, and shows it; {@code op=end} ends a session. */
@WebServlet("/trolley")
public class TrolleyServlet extends HttpServlet {

    @Inject
    private Passages passages;

    @Inject
    private Shelf shelf;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        PrintWriter out = response.getWriter();
        HttpSession session = request.getSession();
        Trolley trolley = (Trolley) session.getAttribute("trolley");
        if (trolley == null) {
            trolley = new Trolley();
            session.setAttribute("trolley", trolley);
        }
        out.println("items=" + String.join(",", trolley.add(request.getParameter("item"))));
        out.println("passages=" + passages.pass());
        out.println("shelved=" + shelf.use(request.getParameter("item")));
        out.println("observed=" + shelf.observed());
        out.println("id=" + session.getId());
        out.println("weight=" + Deployed.instance().weight());
        if ("end".equals(request.getParameter("op"))) {
            session.invalidate();
        }
    }
}
