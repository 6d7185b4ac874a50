package org.remora.arquillian.conformance.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter of the application that wraps requests, as security libraries do. */
@WebFilter(urlPatterns = "/wrapped/*", asyncSupported = true)
public class WrappingFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest wrapper = new HttpServletRequestWrapper(request);
        wrapper.setAttribute(PassedOnFilter.PASSED_ON, wrapper);
        chain.doFilter(wrapper, response);
    }
}
