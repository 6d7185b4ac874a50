package org.remora.arquillian.nodes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/**
 * A user who increments a counter again and again, behind a balancer that keeps to one node and goes to the other when
 * the connection fails or the node says that it cannot serve.
 *
 * <p>Whether an increment without an answer was applied cannot be known: so the counter must be at least what was
 * acknowledged and at most what was attempted.
 */
final class LoadUser implements Runnable {

    private static final String COUNTER = Application.PLAIN.contextRoot() + "/counter";
    private static final Duration RETRY_PAUSE = Duration.ofMillis(20);

    private final List<PayaraServer> nodes;
    private final int index;
    private final Rotation rotation;
    private final Duration longestThinking;
    private final Browser browser = new Browser();
    private final AtomicLong attempted = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicLong longestStallNanos = new AtomicLong();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private int node;
    private String sessionId = "";

    LoadUser(List<PayaraServer> nodes, int index) {
        this(nodes, index, new Rotation(nodes.size()), Duration.ofMillis(300));
    }

    /**
     * A user of nodes that are taken out of the balancer's rotation now and then.
     *
     * @param rotation the same for all users
     * @param longestThinking the longest time between two increments
     */
    LoadUser(List<PayaraServer> nodes, int index, Rotation rotation, Duration longestThinking) {
        this.nodes = nodes;
        this.index = index;
        this.rotation = rotation;
        this.longestThinking = longestThinking;
        this.node = index % nodes.size();
    }

    @Override
    public void run() {
        while (!stopped) {
            long startNanos = System.nanoTime();
            while (!increment()) {
                node = (node + 1) % nodes.size();
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
            longestStallNanos.accumulateAndGet(System.nanoTime() - startNanos, Math::max);
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longestThinking.toNanos()));
        }
    }

    /** Tries once and says whether the user may go on to the next increment. */
    private boolean increment() {
        return rotation.enters(node) ? incrementThere() : stopped;
    }

    private boolean incrementThere() {
        attempted.incrementAndGet();
        try {
            Page page = browser.post(nodes.get(node), COUNTER);
            return switch (page.status()) {
                case 200 -> {
                    acknowledge(page);
                    yield true;
                }
                case 503 -> {
                    unavailable.incrementAndGet();
                    yield stopped;
                }
                default -> {
                    surprises.add("status " + page.status() + " of " + nodes.get(node) + ": " + page.body());
                    yield true;
                }
            };
        } catch (IOException failure) {
            unanswered.incrementAndGet();
            return stopped;
        } finally {
            rotation.leaves(node);
        }
    }

    private void acknowledge(Page page) {
        long count = acknowledged.incrementAndGet();
        long value = Long.parseLong(page.value("value"));
        if (value < count) {
            surprises.add("counter " + value + " after " + count + " acknowledged increments on " + nodes.get(node));
        }
        if (sessionId.isEmpty()) {
            sessionId = page.value("id");
        } else if (!page.value("id").equals(sessionId)) {
            surprises.add("another session on " + nodes.get(node));
        }
    }

    void stop() {
        stopped = true;
    }

    int counterOn(PayaraServer server) throws IOException {
        Page page = browser.get(server, COUNTER);
        if (!page.value("id").equals(sessionId)) {
            surprises.add("another session in the end");
        }
        return Integer.parseInt(page.value("value"));
    }

    long attempted() {
        return attempted.get();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long unanswered() {
        return unanswered.get();
    }

    long unavailable() {
        return unavailable.get();
    }

    Duration longestStall() {
        return Duration.ofNanos(longestStallNanos.get());
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    @Override
    public String toString() {
        return "user " + index;
    }
}
