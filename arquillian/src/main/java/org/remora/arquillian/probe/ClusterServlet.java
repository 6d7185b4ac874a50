package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Shows the name of the node and of all members it sees; {@code none} on a server without the extension. Asked with
 * {@code copies}, it waits for a while until all data has its copies, and says whether it has.
 */
@WebServlet("/cluster")
public class ClusterServlet extends HttpServlet {

    /** The attribute of the servlet context that holds the node. */
    public static final String ATTRIBUTE = "org.remora.cluster.ClusterNode";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object node = getServletContext().getAttribute(ATTRIBUTE);
        if (node == null) {
            new Answer().line("node", "none").line("members", "").writeTo(response);
        } else {
            Answer answer = request.getParameter("copies") == null ? ClusterView.of(node) : ClusterView.copies(node);
            answer.writeTo(response);
        }
    }
}
