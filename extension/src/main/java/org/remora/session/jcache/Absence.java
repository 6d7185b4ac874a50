package org.remora.session.jcache;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether what one call does not find is absent, or may be on its way: while halves of a split cluster are being
 * merged, and after a partition was lost. Used by one thread.
 */
final class Absence {

    // Hazelcast tells of a lost partition at about the time when that is in use again.
    private static final long LOSS_TOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final SessionProcessor processor;
    private final int partition;
    private final Merges merges;
    private final Losses losses;
    private final LongSupplier nanos;
    private final long lossesBefore;
    private final long toldNanos;

    /**
     * What a call has just not found for the first time.
     *
     * @param lossesBefore how often the partition had been lost before the call
     * @param untilNanos when the caller's patience is over
     */
    Absence(
            SessionProcessor processor,
            int partition,
            Merges merges,
            Losses losses,
            long lossesBefore,
            LongSupplier nanos,
            long untilNanos) {
        this.processor = processor;
        this.partition = partition;
        this.merges = merges;
        this.losses = losses;
        this.nanos = nanos;
        this.lossesBefore = lossesBefore;
        long now = nanos.getAsLong();
        this.toldNanos = now + Math.min(LOSS_TOLD_NANOS, (untilNanos - now) / 2);
    }

    /**
     * Whether to believe it. Who has seen the session before hears of a loss by the count and puts the session back;
     * who has not waits for others to do that.
     *
     * @param settled whether the members are the same as some time ago
     * @param nowMillis the time of the cluster, milliseconds since the epoch
     */
    boolean isCertain(boolean settled, long nowMillis) {
        if (!merges.areOver()) {
            return false;
        }
        if (processor.isOfKnownSession()) {
            return areLossesTold(settled);
        }
        return !(processor instanceof LookProcessor)
                || (areLossesTold(settled) && !losses.isRecent(partition, nowMillis));
    }

    private boolean areLossesTold(boolean settled) {
        return settled || losses.count(partition) > lossesBefore || nanos.getAsLong() - toldNanos >= 0;
    }
}
