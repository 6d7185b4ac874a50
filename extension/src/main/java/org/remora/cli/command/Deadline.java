package org.remora.cli.command;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** When a command stops to wait. */
final class Deadline {

    private final long untilNanos;

    private Deadline(long untilNanos) {
        this.untilNanos = untilNanos;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return untilNanos - System.nanoTime() <= 0;
    }

    /** Waits for a while, and not beyond the deadline. */
    void pause(Duration pause) {
        LockSupport.parkNanos(Math.min(pause.toNanos(), Math.max(1, untilNanos - System.nanoTime())));
    }
}
