package org.remora.arquillian.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Shows what becomes of URLs and what the request says of its session id, after {@code op}: {@code create},
 * {@code changeId} or {@code invalidate}. With {@code via} it does so in a {@code forward}, an {@code include} or an
 * {@code async} dispatch to itself.
 */
@WebServlet(value = "/urls", asyncSupported = true)
public class UrlServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Parameters parameters = new Parameters(request);
        String via = request.getAttribute("via") == null ? parameters.text("via", "") : "";
        request.setAttribute("via", via);
        switch (via) {
            case "forward" -> request.getRequestDispatcher("/urls").forward(request, response);
            case "include" -> request.getRequestDispatcher("/urls").include(request, response);
            case "async" -> request.startAsync().dispatch("/urls");
            default -> show(request, response, parameters.text("op", ""));
        }
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, String op) throws IOException {
        switch (op) {
            case "create" -> request.getSession();
            case "changeId" -> request.changeSessionId();
            case "invalidate" -> request.getSession().invalidate();
            default -> {}
        }
        HttpSession session = request.getSession(false);
        new Answer()
                .line("id", session == null ? "none" : session.getId())
                .line("relative", response.encodeURL("page?a=1#top"))
                .line("absolute", response.encodeURL(request.getContextPath() + "/page"))
                .line("redirect", response.encodeRedirectURL("page"))
                .line("foreign", response.encodeURL("http://elsewhere.example" + request.getContextPath() + "/page"))
                .line("otherApplication", response.encodeURL(request.getContextPath() + "other/page"))
                .line("requestedId", request.getRequestedSessionId())
                .line("valid", request.isRequestedSessionIdValid())
                .line("fromCookie", request.isRequestedSessionIdFromCookie())
                .line("fromUrl", request.isRequestedSessionIdFromURL())
                .line("uri", request.getRequestURI())
                .line("url", request.getRequestURL())
                .line("path", request.getServletPath())
                .writeTo(response);
    }
}
