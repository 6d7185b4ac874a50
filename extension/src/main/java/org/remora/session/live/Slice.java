package org.remora.session.live;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.remora.session.Patience;

/** A bounded time in which one thread does things; what does not fit in or fails is left for the next. */
final class Slice {

    private static final Duration LONGEST = Duration.ofMillis(200);

    private final Clocks clocks;
    private final Patience patience;
    private final long begunNanos;
    private boolean complete = true;

    Slice(Clocks clocks, Patience patience) {
        this.clocks = clocks;
        this.patience = patience;
        this.begunNanos = clocks.nanoTime();
    }

    Patience patience() {
        return patience;
    }

    boolean isComplete() {
        return complete;
    }

    void does(BooleanSupplier work) {
        boolean hasTime = clocks.nanoTime() - begunNanos <= LONGEST.toNanos() && patience.leftNanos() > 0;
        complete = hasTime && work.getAsBoolean() && complete;
    }
}
