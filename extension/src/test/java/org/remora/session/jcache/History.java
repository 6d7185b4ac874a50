package org.remora.session.jcache;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What requests wrote, and what may be there in the end: each change that was acknowledged, or lost to a later write of
 * the same attribute or to the end of the session.
 *
 * <p>Safe for use by several threads.
 */
final class History {

    /**
     * One write of an attribute, with a value of its own.
     *
     * @param session the session's number
     * @param name the attribute
     * @param value what was written
     * @param beginNanos when the request began
     * @param endNanos when it was answered; the largest number if it went out before the grid had the change
     */
    record Write(int session, String name, String value, long beginNanos, long endNanos) {

        boolean isBefore(Write other) {
            return endNanos != Long.MAX_VALUE && endNanos - other.beginNanos < 0;
        }
    }

    private final Queue<Write> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Write> unknown = new ConcurrentLinkedQueue<>();

    /** Somebody has been told that this is done. */
    void acknowledged(Write write) {
        acknowledged.add(write);
    }

    /** This may have been done, or be done later, and nobody relies on it. */
    void unknown(Write write) {
        unknown.add(write);
    }

    int size() {
        return acknowledged.size();
    }

    /** The writes that were acknowledged and are lost to nothing that may have been later. */
    List<String> complaints(int session, String name, Optional<String> value) {
        List<Write> mine = acknowledged.stream()
                .filter(write -> write.session == session && write.name.equals(name))
                .toList();
        if (value.isEmpty()) {
            return mine.stream().map(write -> write + " is lost").toList();
        }
        Optional<Write> survivor =
                mine.stream().filter(write -> write.value.equals(value.get())).findFirst();
        boolean mayBeLater = unknown.stream().anyMatch(write -> write.value.equals(value.get()));
        if (survivor.isEmpty()) {
            return mayBeLater ? List.of() : List.of(name + " has a value that nobody wrote: " + value.get());
        }
        return mine.stream()
                .filter(write -> survivor.get().isBefore(write))
                .map(write -> write + " is lost to an earlier one, " + survivor.get())
                .toList();
    }
}
