package org.remora.jobs.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.remora.jobs.JobHandler;

/** The handlers of an application by their types, and how many threads hang in each. */
final class HandlerSet {

    /** How many threads may hang in a handler before this node takes no jobs for it. */
    static final int MAX_HANGING = 2;

    private final Map<String, JobHandler<?>> handlers = new HashMap<>();
    private final Map<String, Integer> hanging = new HashMap<>();

    HandlerSet(Collection<? extends JobHandler<?>> all) {
        for (JobHandler<?> handler : all) {
            JobHandler<?> other = handlers.put(handler.type(), handler);
            if (other != null) {
                throw new IllegalArgumentException("Two handlers run jobs of type '" + handler.type() + "': "
                        + other.getClass().getName() + " and "
                        + handler.getClass().getName());
            }
        }
    }

    boolean isEmpty() {
        return handlers.isEmpty();
    }

    Optional<JobHandler<?>> find(String type) {
        return Optional.ofNullable(handlers.get(type));
    }

    /** The types of which this node takes jobs now. */
    synchronized Set<String> usable() {
        Set<String> usable = new HashSet<>(handlers.keySet());
        usable.removeIf(type -> hanging.getOrDefault(type, 0) >= MAX_HANGING);
        return usable;
    }

    /** A thread hangs; whether that is one too many. */
    synchronized boolean hangs(String type) {
        return hanging.merge(type, 1, Integer::sum) == MAX_HANGING;
    }

    /** A thread that hung has come back. */
    synchronized void cameBack(String type) {
        Integer unused = hanging.merge(type, -1, Integer::sum);
    }
}
