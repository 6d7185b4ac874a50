package org.remora.shop.web;

import org.remora.cluster.ClusterNode;
import org.remora.shop.page.Cluster;

/**
 * Reads the cluster from the extension's node.
 *
 * <p>A class of its own, so that the shop also runs on a server without the extension: the JVM asks for
 * {@link ClusterNode} only when this class is first used.
 */
final class RemoraCluster {

    private RemoraCluster() {}

    /**
     * What the node knows of its cluster.
     *
     * @param node a {@link ClusterNode}
     */
    static Cluster seenBy(Object node) {
        ClusterNode here = (ClusterNode) node;
        return new Cluster(
                here.clusterName(),
                here.members().stream()
                        .map(member -> new Cluster.Member(member.name(), member.address(), member.local()))
                        .toList());
    }
}
