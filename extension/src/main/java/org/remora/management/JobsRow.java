package org.remora.management;

/** The jobs of one server, or their sums over all servers. */
public interface JobsRow extends JobsMXBean {

    /**
     * Whose numbers these are.
     *
     * @return the node's name, or {@code *} for all that have answered
     */
    String getNode();
}
