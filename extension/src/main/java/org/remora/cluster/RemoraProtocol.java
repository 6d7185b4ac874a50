package org.remora.cluster;

/** What nodes say to each other, as a whole: announcements, the handshake, and what they store in the grid. */
public final class RemoraProtocol {

    /** The version that this node speaks. Nodes of different versions do not form a cluster. */
    public static final int VERSION = 1;

    private RemoraProtocol() {}
}
