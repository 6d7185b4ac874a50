package org.remora.invalidation;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happens to the invalidations of one application on this node. */
final class InvalidationCounters {

    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder coalesced = new LongAdder();
    private final LongAdder gaps = new LongAdder();
    private final LongAdder cutOffs = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final LongAdder fullDrops = new LongAdder();

    void sent() {
        sent.increment();
    }

    void received() {
        received.increment();
    }

    void coalesced() {
        coalesced.increment();
    }

    void gap() {
        gaps.increment();
    }

    void cutOff() {
        cutOffs.increment();
    }

    void unreadable() {
        unreadable.increment();
    }

    void droppedEverything() {
        fullDrops.increment();
    }

    InvalidationStatistics snapshot() {
        return new InvalidationStatistics(
                sent.sum(),
                received.sum(),
                coalesced.sum(),
                gaps.sum(),
                cutOffs.sum(),
                unreadable.sum(),
                fullDrops.sum());
    }
}
