package org.remora.cluster;

import java.util.List;

/**
 * What a node says to those who ask whether to send users to it, or to start it anew.
 *
 * @param isLive false if nothing but a new start of the process helps
 * @param unready a sentence for each reason not to send users to it
 */
public record NodeHealth(boolean isLive, List<String> unready) {

    /** Of a node that looks for the others. */
    public static final NodeHealth JOINING = new NodeHealth(true, List.of("The node is joining the cluster"));

    /**
     * Copies the list.
     *
     * @param isLive whether the node works
     * @param unready why it is not ready
     */
    public NodeHealth {
        unready = List.copyOf(unready);
    }

    /**
     * Whether users may be sent to it.
     *
     * @return whether nothing speaks against it
     */
    public boolean isReady() {
        return isLive && unready.isEmpty();
    }
}
