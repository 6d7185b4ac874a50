package org.remora.arquillian.balancer;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;

/**
 * A user who increments a counter again and again at one address, and expects every answer to be the right one: another
 * session, a number that is not the next, an error or no answer is noted.
 */
final class BalancedUser implements Runnable {

    private static final Duration LONGEST_THINKING = Duration.ofSeconds(1);

    private final Balancer balancer;
    private final int number;
    private final Lock request;
    private final URI counter;
    private final Browser browser = new Browser();
    private final AtomicLong acknowledged = new AtomicLong();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private String sessionId = "";

    /**
     * Creates a user.
     *
     * @param request held during each request
     */
    BalancedUser(Balancer balancer, int number, String path, Lock request) {
        this.balancer = balancer;
        this.number = number;
        this.request = request;
        this.counter = balancer.uri(path);
    }

    @Override
    public void run() {
        while (!stopped) {
            request.lock();
            try {
                increment();
            } finally {
                request.unlock();
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_THINKING.toNanos()));
        }
    }

    private void increment() {
        String before = cookie();
        try {
            Page page = browser.post(counter);
            if (page.status() == 200) {
                acknowledge(page);
            } else {
                surprises.add("status " + page.status() + " with the cookie '" + before + "': " + page.body());
            }
        } catch (IOException failure) {
            surprises.add("no answer: " + failure);
        }
    }

    private void acknowledge(Page page) {
        long count = acknowledged.incrementAndGet();
        if (Long.parseLong(page.value("value")) != count) {
            surprises.add("counter " + page.value("value") + " after " + count + " increments");
        }
        if (sessionId.isEmpty()) {
            sessionId = page.value("id");
        } else if (!page.value("id").equals(sessionId)) {
            surprises.add("another session");
        }
    }

    void stop() {
        stopped = true;
    }

    Balancer balancer() {
        return balancer;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** The node that the user belongs to, as the cookie says. */
    Optional<String> route() {
        String value = cookie();
        int dot = value.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(value.substring(dot + 1));
    }

    private String cookie() {
        return browser.cookies().find("JSESSIONID").map(found -> found.value()).orElse("");
    }

    @Override
    public String toString() {
        return "user " + number + " of " + balancer.kind();
    }
}
