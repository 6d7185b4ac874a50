package org.remora.cdi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.remora.invalidation.CacheInvalidated;

/**
 * What waits for one observer about one cache: told in order, one after the other.
 *
 * <p>Bounded: when too much waits, it becomes one "all of this cache".
 */
final class ObserverLane {

    private static final int MAX_WAITING = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String observer;
    private final String cache;
    private final Consumer<CacheInvalidated> call;
    private final Executor threads;
    private final LongSupplier nanos;
    private final Deque<CacheInvalidated> waiting = new ArrayDeque<>();
    private boolean isRunning;
    private boolean isNamed;
    private long sinceNanos;

    /**
     * Nothing waits.
     *
     * @param call calls the observer; may throw
     */
    ObserverLane(String observer, String cache, Consumer<CacheInvalidated> call, Executor threads, LongSupplier nanos) {
        this.observer = observer;
        this.cache = cache;
        this.call = call;
        this.threads = threads;
        this.nanos = nanos;
    }

    synchronized void add(CacheInvalidated event) {
        if (waiting.size() >= MAX_WAITING) {
            waiting.clear();
            waiting.add(CacheInvalidated.ofAll(cache).because("overload"));
            CdiLog.observerOverloaded(observer, cache);
        } else {
            waiting.add(event);
        }
        if (!isRunning) {
            isRunning = true;
            sinceNanos = nanos.getAsLong();
            threads.execute(this::runNext);
        }
    }

    /** Names the observer in the log if it has been busy with one event for too long. */
    synchronized void look() {
        Duration busy = Duration.ofNanos(nanos.getAsLong() - sinceNanos);
        if (isRunning && !isNamed && busy.compareTo(PATIENCE) > 0) {
            isNamed = true;
            CdiLog.observerBlocks(observer, cache, busy);
        }
    }

    /** Whether nobody is being told anything, and nothing waits. */
    synchronized boolean isIdle() {
        return !isRunning;
    }

    private void runNext() {
        try {
            call.accept(next());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            CdiLog.observerFailed(observer, cache, e);
        } finally {
            runAgain();
        }
    }

    private synchronized CacheInvalidated next() {
        sinceNanos = nanos.getAsLong();
        return waiting.remove();
    }

    private synchronized void runAgain() {
        isNamed = false;
        isRunning = !waiting.isEmpty();
        if (isRunning) {
            threads.execute(this::runNext);
        }
    }
}
