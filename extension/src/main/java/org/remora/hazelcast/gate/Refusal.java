package org.remora.hazelcast.gate;

import java.time.Duration;

/**
 * Why a connection was refused.
 *
 * @param reason what the other side did, in words that go on from "it"
 * @param kind what is to be said about it
 */
record Refusal(String reason, Kind kind) {

    /** What is to be said about a refusal. */
    enum Kind {
        /** The other side does not belong here, or does not prove that it does. */
        STRANGER,
        /** The other side is a node that has, or seems to have, another secret or another cluster's name. */
        OTHER_CLUSTER,
        /** The other side is one of ours that this node cannot work with. */
        OTHER_VERSION,
        /** Nobody is there, or somebody looked whether the port is open; nothing is to be said. */
        NOBODY
    }

    static final Refusal OTHER_LANGUAGE = stranger("does not speak Remora's protocol");
    static final Refusal NO_SECRET = otherCluster("has no remora.cluster.secret, and this node has one");
    static final Refusal UNEXPECTED_SECRET = otherCluster("has a remora.cluster.secret, and this node has none");
    static final Refusal WRONG_SECRET = otherCluster("has another remora.cluster.secret or remora.cluster.name");
    static final Refusal PROOF_NOT_ACCEPTED = otherCluster(
            "does not accept this node's proof, most likely as it has another remora.cluster.secret or remora.cluster.name");
    static final Refusal CROWD = stranger("is one of too many that have not finished the handshake");
    static final Refusal LEFT = stranger(
            "closed the connection during the handshake; its own log says why, if it is one of Remora's nodes");
    static final Refusal SILENT = new Refusal("has said nothing", Kind.NOBODY);

    static Refusal otherVersion(int its, int ours) {
        return new Refusal(
                "speaks version " + its + " of Remora's protocol, and this node " + ours, Kind.OTHER_VERSION);
    }

    static Refusal slow(Duration limit) {
        return stranger("did not finish the handshake within " + limit.toMillis() + " ms");
    }

    private static Refusal otherCluster(String reason) {
        return new Refusal(reason, Kind.OTHER_CLUSTER);
    }

    private static Refusal stranger(String reason) {
        return new Refusal(reason, Kind.STRANGER);
    }
}
