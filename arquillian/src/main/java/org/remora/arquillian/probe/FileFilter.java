package org.remora.arquillian.probe;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sets the attribute {@code name} to {@code value}, where they are given, before the server sends a file. */
@WebFilter("/file.bin")
public class FileFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String name = request.getParameter("name");
        if (name != null) {
            request.getSession().setAttribute(name, new Parameters(request).text("value"));
        }
        chain.doFilter(request, response);
    }
}
