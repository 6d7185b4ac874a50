package org.remora.arquillian.conformance.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A filter of the application that uses the session before and after the servlet, and remembers which request it passed
 * on.
 */
@WebFilter(urlPatterns = "/filtered/*", asyncSupported = true)
public class PassedOnFilter extends HttpFilter {

    static final String PASSED_ON = "conformance.passedOn";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.getSession().setAttribute("before", "set");
        request.setAttribute(PASSED_ON, request);
        chain.doFilter(request, response);
        request.getSession().setAttribute("after", "set");
    }
}
