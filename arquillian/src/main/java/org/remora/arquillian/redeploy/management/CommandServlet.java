package org.remora.arquillian.redeploy.management;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;

/** Runs {@code command} with each {@code word} as an argument, and shows what became of it. */
@WebServlet("/command")
public class CommandServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String[] words = request.getParameterValues("word");
        response.setContentType("text/plain");
        response.getWriter().println(result(request.getParameter("command"), words));
    }

    // No repository offers the server's classes for compiling against.
    private static Object result(String command, String[] words) throws ServletException {
        try {
            ClassLoader server = HttpServletRequest.class.getClassLoader();
            Class<?> runnerType = Class.forName("org.glassfish.embeddable.CommandRunner", true, server);
            Method get = Class.forName("org.glassfish.internal.api.Globals", true, server)
                    .getMethod("get", Class.class);
            Object runner = get.invoke(null, runnerType);
            Object result =
                    runnerType.getMethod("run", String.class, String[].class).invoke(runner, command, words);
            Class<?> resultType = Class.forName("org.glassfish.embeddable.CommandResult", true, server);
            return resultType.getMethod("getExitStatus").invoke(result) + " "
                    + resultType.getMethod("getOutput").invoke(result);
        } catch (ReflectiveOperationException e) {
            throw new ServletException(e);
        }
    }
}
