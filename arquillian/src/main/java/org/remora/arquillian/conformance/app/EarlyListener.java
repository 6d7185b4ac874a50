package org.remora.arquillian.conformance.app;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Uses the session before the filters and after them: sets {@code color} to the parameter {@code early}, and notes what
 * {@code color} is when a request with the parameter {@code late} is over. With the parameter {@code leave}, sets
 * {@code left} to it when the request is over, and counts a visit then; with {@code greet}, counts one before.
 */
@WebListener
public class EarlyListener implements ServletRequestListener {

    /** Made by the container. */
    public EarlyListener() {}

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        String early = event.getServletRequest().getParameter("early");
        if (early != null && event.getServletRequest() instanceof HttpServletRequest request) {
            request.getSession().setAttribute("color", early);
        }
        if (event.getServletRequest().getParameter("greet") != null) {
            CDI.current().select(Diary.class).get().visit();
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        String late = event.getServletRequest().getParameter("late");
        if (late != null && event.getServletRequest() instanceof HttpServletRequest request) {
            HttpSession session = request.getSession(false);
            Journal.note(late, "late color=" + (session == null ? "no session" : session.getAttribute("color")));
        }
        String leave = event.getServletRequest().getParameter("leave");
        if (leave != null && event.getServletRequest() instanceof HttpServletRequest request) {
            request.getSession().setAttribute("left", leave);
            CDI.current().select(Diary.class).get().visit();
        }
    }
}
