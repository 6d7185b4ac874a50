package org.remora.session.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.remora.session.SessionSamples;

/** Time that passes only when a test says so. */
final class TurnedClock {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final AtomicLong millis = new AtomicLong(SessionSamples.NOW);

    Clocks clocks() {
        return new Clocks(() -> Instant.ofEpochMilli(millis.get()), () -> millis.get() * NANOS_PER_MILLI);
    }

    void turn(Duration on) {
        millis.addAndGet(on.toMillis());
    }

    long millis() {
        return millis.get();
    }
}
