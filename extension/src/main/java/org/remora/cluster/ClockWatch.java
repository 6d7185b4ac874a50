package org.remora.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notices when the clock of another node is too far from this one's: once, until it has come near again. To be used by
 * one thread at a time.
 */
public final class ClockWatch {

    /** How far apart clocks may be. */
    public static final Duration LIMIT = Duration.ofSeconds(1);

    private final Map<String, Boolean> isApart = new HashMap<>();

    /** Makes a watch that knows no node. */
    public ClockWatch() {}

    /**
     * Takes note of an answer to the question for the time.
     *
     * @param node who was asked
     * @param askedMillis when, by this node's clock, in milliseconds since the epoch
     * @param theirMillis the answer
     * @param answeredMillis when it came, by this node's clock
     * @return how far the other clock is ahead, negative if behind, to be reported now; the other node has answered at
     *     some time between the question and the answer, so that what a slow network may have done is not counted
     */
    public Optional<Duration> note(String node, long askedMillis, long theirMillis, long answeredMillis) {
        long aheadMillis =
                theirMillis > answeredMillis ? theirMillis - answeredMillis : Math.min(0, theirMillis - askedMillis);
        boolean apart = Math.abs(aheadMillis) > LIMIT.toMillis();
        boolean wasApart = Boolean.TRUE.equals(isApart.put(node, apart));
        return apart && !wasApart ? Optional.of(Duration.ofMillis(aheadMillis)) : Optional.empty();
    }

    /**
     * Forgets nodes that are gone.
     *
     * @param nodes those that are left
     */
    public void keepOnly(Set<String> nodes) {
        isApart.keySet().retainAll(nodes);
    }
}
