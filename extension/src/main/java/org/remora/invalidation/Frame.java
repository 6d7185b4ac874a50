package org.remora.invalidation;

import java.util.List;
import java.util.Optional;

/** A message from node to node. */
sealed interface Frame {

    /** The name of the node that sends it. */
    String node();

    /**
     * Invalidations of one application.
     *
     * @param node the sender's name
     * @param first the first number that is in it
     * @param position the last one
     * @param content the invalidations; empty if this node cannot read them, because a newer version has written them
     */
    record News(String node, long first, Position position, Optional<List<Invalidation>> content) implements Frame {

        public News {
            if (first < 1 || position.last() < first) {
                throw new IllegalArgumentException("No range of numbers: " + first + " to " + position.last());
            }
        }
    }

    /**
     * What runs on a node that takes part, and how far each is.
     *
     * @param node the sender's name
     * @param positions one for each application that runs there; of what the receiver is sent, what it must have by now
     * @param listens whether the sender wants to hear the same from the receiver, again and again
     */
    record Beat(String node, List<Position> positions, boolean listens) implements Frame {}

    /**
     * An application has ended on a node, and sends nothing more.
     *
     * @param node the sender's name
     * @param position the last that it has sent
     */
    record Goodbye(String node, Position position) implements Frame {}
}
