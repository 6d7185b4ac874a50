package org.remora.management;

import java.time.Duration;
import java.util.List;
import org.remora.cluster.ClusterMember;
import org.remora.cluster.ClusterNode;
import org.remora.cluster.DrainProgress;
import org.remora.cluster.NodeHealth;
import org.remora.cluster.NodeState;

/** A node that is in the state a test puts it in. */
final class SteeredNode implements ClusterNode {

    DrainProgress progress = DrainProgress.none(271);
    NodeHealth health = new NodeHealth(true, List.of());
    Duration grace = Duration.ofDays(1);
    boolean isSafe;

    @Override
    public String name() {
        return "shop-1";
    }

    @Override
    public String clusterName() {
        return "shop";
    }

    @Override
    public List<ClusterMember> members() {
        return List.of();
    }

    @Override
    public NodeState state() {
        return progress.state();
    }

    @Override
    public void drain(Duration wanted) {
        grace = wanted;
        progress = new DrainProgress(NodeState.GRACE, Duration.ZERO, wanted, 0, 271, 0, false);
    }

    @Override
    public void undrain() {
        progress = DrainProgress.none(271);
    }

    @Override
    public DrainProgress drainProgress() {
        return progress;
    }

    @Override
    public NodeHealth health() {
        return health;
    }

    @Override
    public boolean awaitSafe(Duration longest) {
        return isSafe;
    }
}
