package org.remora.invalidation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Lets something happen once a minute at most. */
final class Throttle {

    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private Optional<Long> lastNanos = Optional.empty();

    Throttle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void run(Runnable action) {
        long now = nanos.getAsLong();
        if (lastNanos.isEmpty() || now - lastNanos.get() >= PAUSE_NANOS) {
            lastNanos = Optional.of(now);
            action.run();
        }
    }
}
