package org.remora.arquillian.split;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What users wrote into one session, and what may be there in the end.
 *
 * <p>Each acknowledged write is there, or lost to a later write of the same attribute, or to an invalidation. Safe for
 * use by several threads.
 */
final class History {

    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();

    void add(Write write) {
        writes.add(write);
    }

    /** The names that anybody wrote. */
    List<String> attributes() {
        return writes.stream().map(Write::attribute).distinct().sorted().toList();
    }

    /**
     * Judges what is there in the end.
     *
     * @param attribute the attribute's name
     * @param value its value, empty if there is none
     * @return what is wrong with it
     */
    Optional<String> complaint(String attribute, Optional<String> value) {
        List<Write> all = writes.stream()
                .filter(write -> write.attribute().equals(attribute))
                .toList();
        Optional<Write> survivor = value.flatMap(
                text -> all.stream().filter(write -> write.value().equals(text)).findFirst());
        if (survivor.isEmpty()) {
            return value.isEmpty()
                    ? all.stream()
                            .filter(Write::acknowledged)
                            .findFirst()
                            .map(lost -> attribute + " is missing, though " + lost + " was acknowledged")
                    : Optional.of(attribute + " has a value that nobody wrote: " + value.get());
        }
        // One that was not acknowledged may have been done at any time after it began.
        return all.stream()
                .filter(Write::acknowledged)
                .filter(write -> survivor.get().acknowledged() && survivor.get().isBefore(write))
                .findFirst()
                .map(lost -> lost + " is lost to an earlier one, " + survivor.get());
    }
}
