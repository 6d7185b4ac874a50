package org.remora.invalidation;

import java.util.UUID;

/**
 * How far a sender is.
 *
 * @param application what the messages are about
 * @param stream what the numbers count: one application on one node from its start to its end
 * @param last the last number; 0 before the first
 */
record Position(String application, UUID stream, long last) {

    Position {
        if (last < 0) {
            throw new IllegalArgumentException("Numbers begin with 1: " + last);
        }
    }
}
