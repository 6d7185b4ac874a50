package org.remora.discovery.mdns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets so many through in each period. */
final class Rate {

    private final int most;
    private final Duration period;
    private final InstantSource clock;
    private Instant began = Instant.MIN;
    private int passed;

    Rate(int most, Duration period, InstantSource clock) {
        this.most = most;
        this.period = period;
        this.clock = clock;
    }

    synchronized boolean passes() {
        Instant now = clock.instant();
        if (began.equals(Instant.MIN) || !now.isBefore(began.plus(period))) {
            began = now;
            passed = 0;
        }
        if (passed == most) {
            return false;
        }
        passed++;
        return true;
    }
}
