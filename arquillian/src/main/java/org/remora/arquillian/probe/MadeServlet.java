package org.remora.arquillian.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sets the attribute {@code name} to an object of the application's class {@code type}, made of {@code text}. */
@WebServlet("/made")
public class MadeServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Parameters parameters = new Parameters(request);
        Object made = made(parameters.text("type"), parameters.text("text"));
        request.getSession().setAttribute(parameters.text("name"), made);
        new Answer().line("value", made).writeTo(response);
    }

    private static Object made(String type, String text) throws ServletException {
        try {
            return Class.forName(type, true, Thread.currentThread().getContextClassLoader())
                    .getConstructor(String.class)
                    .newInstance(text);
        } catch (ReflectiveOperationException e) {
            throw new ServletException(e);
        }
    }
}
