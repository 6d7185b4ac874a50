package org.remora.invalidation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for one receiver: one batch is on its way at a time, and what comes meanwhile makes the next.
 *
 * <p>Bounded: when more than {@link #MAX_WEIGHT} waits, what waits for the cache with most of it becomes one "all of
 * this cache". Not safe for use by several threads; {@link OutgoingStream} takes care of that. Times are nanoseconds.
 */
final class Outbox {

    /** About how many bytes wait at most: what a receiver takes in some tenths of a second. */
    static final long MAX_WEIGHT = 2L << 20;

    /** About how many bytes one batch has at most, unless a single invalidation is larger. */
    static final long BATCH_WEIGHT = 256L << 10;

    private record Numbered(long number, Invalidation invalidation) {}

    /** What goes out at a time, and its numbers. */
    record Batch(long first, long last, List<Invalidation> invalidations, long sentNanos) {}

    private final Deque<Numbered> waiting = new ArrayDeque<>();
    private final Map<String, Long> weights = new HashMap<>();
    private long weight;
    private long added;
    private long settled;
    private Optional<Batch> inFlight = Optional.empty();

    /** Begins behind a number: what was before is not for this receiver. */
    Outbox(long from) {
        this.added = from;
        this.settled = from;
    }

    /** Adds an invalidation; returns the cache for which what waited has become one "all", if any. */
    Optional<String> add(long number, Invalidation invalidation) {
        added = number;
        if (isCoalesced(invalidation.cache())) {
            return Optional.empty();
        }
        put(new Numbered(number, invalidation));
        if (weight <= MAX_WEIGHT) {
            return Optional.empty();
        }
        return Optional.of(coalesceHeaviest());
    }

    /** The next batch, which then is on its way; empty if one still is, or nothing waits. */
    Optional<Batch> next(long nowNanos) {
        if (inFlight.isPresent() || waiting.isEmpty()) {
            return Optional.empty();
        }
        List<Invalidation> invalidations = new ArrayList<>();
        long batchWeight = 0;
        while (!waiting.isEmpty()
                && (invalidations.isEmpty()
                        || batchWeight + waiting.element().invalidation().weight() <= BATCH_WEIGHT)) {
            Invalidation taken = take();
            batchWeight += taken.weight();
            invalidations.add(taken);
        }
        long last = waiting.isEmpty() ? added : waiting.element().number() - 1;
        inFlight = Optional.of(new Batch(settled + 1, last, invalidations, nowNanos));
        return inFlight;
    }

    /** A batch has arrived, or is given up: the receiver then finds a gap. Returns false if it was settled before. */
    boolean settle(Batch batch) {
        if (inFlight.filter(current -> current.first() == batch.first()).isEmpty()) {
            return false;
        }
        settled = batch.last();
        inFlight = Optional.empty();
        return true;
    }

    /** The batch on its way that was sent before a time. */
    Optional<Batch> overdue(long beforeNanos) {
        return inFlight.filter(batch -> batch.sentNanos() - beforeNanos < 0);
    }

    /** The last number that the receiver must have. */
    long settled() {
        return settled;
    }

    private boolean isCoalesced(String cache) {
        return weights.getOrDefault(cache, 0L) < 0;
    }

    private void put(Numbered numbered) {
        waiting.add(numbered);
        long added = numbered.invalidation().weight();
        weight += added;
        weights.merge(numbered.invalidation().cache(), added, Long::sum);
    }

    private Invalidation take() {
        Invalidation taken = waiting.remove().invalidation();
        long left = weights.getOrDefault(taken.cache(), 0L) - taken.weight();
        weight -= taken.weight();
        if (left > 0) {
            weights.put(taken.cache(), left);
        } else {
            weights.remove(taken.cache());
        }
        return taken;
    }

    private String coalesceHeaviest() {
        Map.Entry<String, Long> heaviest =
                weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        String cache = heaviest.getKey();
        waiting.removeIf(each -> each.invalidation().cache().equals(cache));
        weight -= heaviest.getValue();
        Invalidation all = Invalidation.ofAll(cache, "overload");
        waiting.add(new Numbered(added, all));
        weight += all.weight();
        // Negative: what else comes for this cache is in it already.
        weights.put(cache, -all.weight());
        return cache;
    }
}
