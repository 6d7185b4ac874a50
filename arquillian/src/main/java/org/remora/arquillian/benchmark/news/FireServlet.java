package org.remora.arquillian.benchmark.news;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.remora.invalidation.CacheInvalidated;

/**
 * Fires as many events as {@code count} says, {@code rate} a second, each with as many {@code keys} and the time at
 * which it was fired.
 */
@WebServlet("/news/fire")
public final class FireServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // servlets are not serialized
    private Event<CacheInvalidated> events;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long count = number(request, "count");
        long pauseNanos = TimeUnit.SECONDS.toNanos(1) / number(request, "rate");
        long keys = number(request, "keys");
        long startNanos = System.nanoTime();
        for (long i = 0; i < count; i++) {
            waitUntil(startNanos + i * pauseNanos);
            List<Long> changed =
                    LongStream.range(i * keys, (i + 1) * keys).boxed().toList();
            events.fire(CacheInvalidated.ofKeys("measured", changed).because(Long.toString(System.nanoTime())));
        }
        response.getWriter().print(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static long number(HttpServletRequest request, String name) {
        return Long.parseLong(request.getParameter(name));
    }
}
