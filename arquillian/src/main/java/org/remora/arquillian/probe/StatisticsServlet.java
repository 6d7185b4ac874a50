package org.remora.arquillian.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What JMX says of this application's sessions, or of those of one that is named, without a session of its own. */
@WebServlet("/statistics")
public class StatisticsServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String named = request.getParameter("application");
        String application =
                named == null ? request.getServletContext().getVirtualServerName() + request.getContextPath() : named;
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName("org.remora:type=Sessions,application=" + ObjectName.quote(application));
            Answer answer = new Answer().line("application", application);
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                answer.line(attribute.getName(), server.getAttribute(name, attribute.getName()));
            }
            answer.writeTo(response);
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }
}
