package org.remora.arquillian.conformance.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What listeners of this application heard on this server, by session; the page shows that of one session, each line
 * with its time, in microseconds since the epoch.
 */
@WebServlet("/journal")
public class Journal extends HttpServlet {

    private static final Queue<Entry> ENTRIES = new ConcurrentLinkedQueue<>();

    private record Entry(Instant when, String session, String text) {}

    static void note(String session, String text) {
        ENTRIES.add(new Entry(Instant.now(), session, text));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String session = request.getParameter("session");
        response.setContentType("text/plain;charset=UTF-8");
        for (Entry entry : ENTRIES) {
            if (entry.session().equals(session)) {
                response.getWriter()
                        .println(ChronoUnit.MICROS.between(Instant.EPOCH, entry.when()) + " " + entry.text());
            }
        }
    }
}
