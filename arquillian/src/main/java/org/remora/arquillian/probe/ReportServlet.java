package org.remora.arquillian.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What JMX says of all servers of the cluster: a line for each, and the sums of this application. */
@WebServlet("/report")
public class ReportServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String application = request.getServletContext().getVirtualServerName() + request.getContextPath();
        try {
            CompositeData report = (CompositeData) ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName("org.remora:type=Statistics"), "collect", new Object[0], new String[0]);
            Answer answer = new Answer().line("safe", report.get("safe"));
            for (CompositeData member : (CompositeData[]) report.get("members")) {
                answer.line("member." + member.get("name"), member.get("state"));
            }
            for (CompositeData sum : (CompositeData[]) report.get("sessionSums")) {
                if (sum.get("application").equals(application)) {
                    answer.line("created", sum.get("sessionsCreated"));
                }
            }
            answer.writeTo(response);
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }
}
