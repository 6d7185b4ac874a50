package org.remora.jobs.run;

import java.util.Set;

/**
 * The question of a node for work; also what others know of it.
 *
 * @param application whose jobs
 * @param types those that the node runs at the moment
 * @param count how many jobs it can begin now; the owner tells it when there are some that it could not offer
 * @param hearsAll whether it is to be told of what happens to all jobs of the application
 */
public record JobAsk(String application, Set<String> types, int count, boolean hearsAll) {

    /**
     * Copies the types.
     *
     * @param application whose jobs
     * @param types those that the node runs
     * @param count how many
     * @param hearsAll whether it hears of all jobs
     */
    public JobAsk {
        types = Set.copyOf(types);
    }
}
