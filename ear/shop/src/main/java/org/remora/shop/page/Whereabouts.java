package org.remora.shop.page;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a request was answered and where its session lives.
 *
 * @param server the name of the node that answers; host and port on a server without a cluster
 * @param cluster the cluster of that server
 * @param session the session of the request, if it has one
 */
public record Whereabouts(String server, Cluster cluster, Optional<Facts> session) {

    /**
     * What may be shown of a session.
     *
     * @param id the beginning of the session's id: enough to recognise it, too little to steal it
     * @param created when it was opened
     * @param lastUsed when the request before this one came
     */
    public record Facts(String id, Instant created, Instant lastUsed) {}
}
