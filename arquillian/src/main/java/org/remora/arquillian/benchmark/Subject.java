package org.remora.arquillian.benchmark;

import java.util.Arrays;
import java.util.List;

/** What is measured: two servers of one kind. */
enum Subject {
    /** Payara Micro without replication, sessions in the memory of one server: the base of all ratios. */
    PLAIN("plain", false, 1.0),

    /** A second pair of plain servers, to see how far two equal subjects come out apart. */
    PLAIN_AGAIN("plain-again", false, 1.0),

    /** The same with a servlet filter that does nothing: what every filter costs, whatever it is for. */
    PLAIN_FILTER("plain-filter", false, 1.0),

    /**
     * Payara's own replication over its data grid. Gets a quarter of the requests: each costs so much more that the
     * result is as exact, and the run is over the sooner.
     */
    PAYARA("payara", true, 0.25),

    /** Payara Micro with Remora. */
    REMORA("remora", true, 1.0),

    /** The same from another jar or with other settings, to see in one run what a change of Remora brings. */
    REMORA_AGAIN("remora-again", true, 1.0);

    /** What a run measures unless told otherwise. */
    static final List<Subject> USUAL = List.of(PLAIN, PAYARA, REMORA);

    private final String key;
    private final boolean replicating;
    private final double shareOfRequests;

    Subject(String key, boolean replicating, double shareOfRequests) {
        this.key = key;
        this.replicating = replicating;
        this.shareOfRequests = shareOfRequests;
    }

    /** The name in options and results. */
    String key() {
        return key;
    }

    /** Whether a session can be used on either server. */
    boolean isReplicating() {
        return replicating;
    }

    /** Whether the servers have Remora. */
    boolean hasRemora() {
        return this == REMORA || this == REMORA_AGAIN;
    }

    /** How many requests this subject gets where others get the given number. */
    long requests(long ofOthers) {
        return (long) Math.ceil(ofOthers * shareOfRequests);
    }

    static Subject ofKey(String key) {
        return Arrays.stream(values())
                .filter(subject -> subject.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no subject is called '" + key + "'; there are "
                        + Arrays.stream(values()).map(Subject::key).toList()));
    }
}
