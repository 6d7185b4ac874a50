package org.remora.invalidation.hazelcast;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** By how much threads of this machine come too late at worst: what happens in time is late by as much. */
final class Lateness implements AutoCloseable {

    private static final long PAUSE_MILLIS = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong longestNanos = new AtomicLong();
    private long lastNanos = System.nanoTime();

    Lateness() {
        Object unused = timer.scheduleAtFixedRate(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        long late = now - lastNanos - TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        longestNanos.accumulateAndGet(late, Math::max);
        lastNanos = now;
    }

    /** The longest so far. */
    Duration longest() {
        return Duration.ofNanos(longestNanos.get());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
