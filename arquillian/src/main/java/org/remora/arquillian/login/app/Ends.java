package org.remora.arquillian.login.app;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what sessions had kept when the application is told of their end. */
@WebListener
public class Ends implements HttpSessionListener {

    private static final List<String> KEPT = new CopyOnWriteArrayList<>();

    static List<String> all() {
        return List.copyOf(KEPT);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        KEPT.add(String.valueOf(event.getSession().getAttribute("kept")));
    }
}
