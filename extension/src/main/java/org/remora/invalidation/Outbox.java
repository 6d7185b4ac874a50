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
 * this cache", and if that is not enough, everything becomes one "all of every cache". Not safe for use by several
 * threads; {@link OutgoingStream} takes care of that. Times are nanoseconds.
 */
final class Outbox {

    /** About how many bytes wait at most: what a receiver takes in some tenths of a second. */
    static final long MAX_WEIGHT = 2L << 20;

    // With so many caches that none has more, everything becomes one.
    private static final long WORTH_COALESCING = MAX_WEIGHT / 64;

    /** About how many bytes one batch has at most, unless a single invalidation is larger. */
    static final long BATCH_WEIGHT = 256L << 10;

    private record Numbered(long number, Invalidation invalidation, long weight) {

        private Numbered(long number, Invalidation invalidation) {
            this(number, invalidation, invalidation.weight());
        }
    }

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
        if (isCoalesced(invalidation.cache()) || isCoalesced(CacheInvalidated.EVERY_CACHE)) {
            return Optional.empty();
        }
        put(new Numbered(number, invalidation));
        if (weight <= MAX_WEIGHT) {
            return Optional.empty();
        }
        Map.Entry<String, Long> heaviest =
                weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return Optional.of(
                heaviest.getValue() >= WORTH_COALESCING
                        ? coalesce(heaviest.getKey(), heaviest.getValue())
                        : coalesceEverything());
    }

    /** The next batch, which then is on its way; empty if one still is, or nothing waits. */
    Optional<Batch> next(long nowNanos) {
        if (inFlight.isPresent() || waiting.isEmpty()) {
            return Optional.empty();
        }
        List<Invalidation> invalidations = new ArrayList<>();
        long batchWeight = 0;
        while (!waiting.isEmpty()
                && (invalidations.isEmpty() || batchWeight + waiting.element().weight() <= BATCH_WEIGHT)) {
            Numbered taken = take();
            batchWeight += taken.weight();
            invalidations.add(taken.invalidation());
        }
        long last = waiting.isEmpty() ? added : waiting.element().number() - 1;
        inFlight = Optional.of(new Batch(settled + 1, last, invalidations, nowNanos));
        return inFlight;
    }

    /** A batch has arrived, or is known not to. Returns false if it was settled or given up before. */
    boolean settle(Batch batch) {
        if (inFlight.filter(current -> current.first() == batch.first()).isEmpty()) {
            return false;
        }
        settled = batch.last();
        inFlight = Optional.empty();
        return true;
    }

    /**
     * Gives a batch up that was sent before a time, and with it all that waits: the receiver will find the gap and drop
     * everything, so that nothing of it is of use any more.
     */
    void giveUp(long beforeNanos) {
        if (inFlight.filter(batch -> batch.sentNanos() - beforeNanos < 0).isPresent()) {
            inFlight = Optional.empty();
            forgetWaiting();
            settled = added;
        }
    }

    /** The last number that the receiver must have. */
    long settled() {
        return settled;
    }

    /** About how many bytes wait. */
    long weight() {
        return weight;
    }

    /** How many invalidations wait. */
    int size() {
        return waiting.size();
    }

    private boolean isCoalesced(String cache) {
        return weights.getOrDefault(cache, 0L) < 0;
    }

    private void put(Numbered numbered) {
        waiting.add(numbered);
        weight += numbered.weight();
        weights.merge(numbered.invalidation().cache(), numbered.weight(), Long::sum);
    }

    private Numbered take() {
        Numbered taken = waiting.remove();
        String cache = taken.invalidation().cache();
        long left = weights.getOrDefault(cache, 0L) - taken.weight();
        weight -= taken.weight();
        if (left > 0) {
            weights.put(cache, left);
        } else {
            weights.remove(cache);
        }
        return taken;
    }

    private String coalesce(String cache, long weightOfCache) {
        waiting.removeIf(each -> each.invalidation().cache().equals(cache));
        weight -= weightOfCache;
        Numbered all = new Numbered(added, Invalidation.ofAll(cache, "overload"));
        waiting.add(all);
        weight += all.weight();
        // Negative: what else comes for this cache is in it already.
        weights.put(cache, -all.weight());
        return cache;
    }

    private String coalesceEverything() {
        forgetWaiting();
        put(new Numbered(added, Invalidation.ofAll(CacheInvalidated.EVERY_CACHE, "overload")));
        weights.put(CacheInvalidated.EVERY_CACHE, -weight);
        return CacheInvalidated.EVERY_CACHE;
    }

    private void forgetWaiting() {
        waiting.clear();
        weights.clear();
        weight = 0;
    }
}
