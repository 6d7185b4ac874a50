package org.remora.invalidation;

import java.util.UUID;

/**
 * What every version of a message begins with: from whom it is, and which numbers it covers.
 *
 * @param node the name of the sending node
 * @param application the application that it is about
 * @param stream what the numbers count: one application on one node from its start to its end
 * @param kind what it says
 * @param first the first number that is in it
 * @param last the last one; {@code first - 1} if it only tells how far the sender is
 */
record FrameHead(String node, String application, UUID stream, Kind kind, long first, long last) {

    /** What a message says. The order is the form on the wire. */
    enum Kind {
        /** Invalidations, or how far the sender is. */
        NEWS,
        /** The application runs on the sending node, which wants to hear of invalidations. */
        HELLO,
        /** The application has stopped on the sending node, and sends nothing more. */
        GOODBYE,
        /** Invalidations stay on the sending node, by its settings. */
        DISABLED
    }

    FrameHead {
        if (first < 1 || last < first - 1) {
            throw new IllegalArgumentException("No range of numbers: " + first + " to " + last);
        }
    }
}
