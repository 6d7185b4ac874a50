package org.remora.jobs.run;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** The way to the other nodes, this one included. Nothing here waits; what is lost is made up for. */
public interface JobPeers {

    /**
     * This node.
     *
     * @return its id, which is another after it has left the cluster and come back
     */
    UUID self();

    /**
     * All nodes.
     *
     * @return the ids of those that are in the cluster now
     */
    Set<UUID> members();

    /**
     * The node with the data of a partition.
     *
     * @param partition the partition's number
     * @param member a node
     * @return whether it is that one
     */
    boolean owns(UUID member, int partition);

    /**
     * Asks a node for work.
     *
     * @param owner the node
     * @param ask the question
     * @return what it offers
     */
    CompletionStage<List<JobOffer>> ask(UUID owner, JobAsk ask);

    /**
     * Tells a node that this one has work for it.
     *
     * @param member the node
     * @param application whose
     */
    void hint(UUID member, String application);

    /**
     * Tells a node what has happened.
     *
     * @param member the node
     * @param news what it is
     */
    void tell(UUID member, JobNews news);
}
