package org.remora.arquillian.benchmark.crowd;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the sessions of whose end this server has told the application. */
@WebListener
public final class EndCounter implements HttpSessionListener {

    private static final AtomicLong ENDED = new AtomicLong();

    static long ended() {
        return ENDED.get();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        ENDED.incrementAndGet();
    }
}
