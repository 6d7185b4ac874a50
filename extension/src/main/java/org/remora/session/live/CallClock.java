package org.remora.session.live;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Measures calls. One costs two looks at the clock and one addition, without a lock; that is a thousandth of what a
 * call to another node costs.
 */
final class CallClock {

    private static final long NANOS_A_MICRO = 1_000;

    private final LongSupplier nanos;
    private final AtomicLongArray counts = new AtomicLongArray(CallTimes.RANGES);

    CallClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    <T> T measured(Supplier<T> call) {
        long began = nanos.getAsLong();
        try {
            return call.get();
        } finally {
            counts.incrementAndGet(CallTimes.rangeOf((nanos.getAsLong() - began) / NANOS_A_MICRO));
        }
    }

    CallTimes times() {
        long[] read = new long[CallTimes.RANGES];
        Arrays.setAll(read, counts::get);
        return new CallTimes(read);
    }
}
