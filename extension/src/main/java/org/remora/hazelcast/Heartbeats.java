package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import com.hazelcast.internal.cluster.impl.MembersViewMetadata;
import com.hazelcast.internal.cluster.impl.operations.HeartbeatOp;
import com.hazelcast.spi.impl.NodeEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.remora.config.FailureSettings;

/**
 * Tells the other members that this one is alive, and gives up those of which it has heard nothing for too long.
 *
 * <p>Hazelcast does both once a second at most, and counts in whole seconds: too coarse to tell a process that was
 * frozen for 8 s from a host that has been gone for 10 s. It also hands each beat from one thread to another; these
 * have the node's own.
 */
final class Heartbeats implements LifecycleListener, HazelcastInstanceAware {

    private final FailureSettings settings;
    private final Pulse pulse;
    private final SilenceWatch watch;
    private @Nullable HazelcastInstanceImpl instance;

    Heartbeats(FailureSettings settings, Pulse pulse) {
        this.pulse = pulse;
        this.settings = settings;
        this.watch = new SilenceWatch(settings.heartbeatTimeout().toMillis());
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance local) {
        this.instance = (HazelcastInstanceImpl) local;
    }

    @Override
    public void stateChanged(LifecycleEvent event) {
        HazelcastInstanceImpl local = instance;
        if (local != null && event.getState() == LifecycleEvent.LifecycleState.STARTED) {
            Runnable unused = pulse.every(settings.heartbeatInterval(), () -> beat(local));
        }
    }

    private void beat(HazelcastInstanceImpl local) {
        ClusterServiceImpl cluster = local.node.getClusterService();
        if (!cluster.isJoined()) {
            return;
        }
        long nowMillis = cluster.getClusterClock().getClusterTime();
        boolean isTrusted = watch.isTrustedAt(System.nanoTime());
        for (Member member : List.copyOf(cluster.getMembers())) {
            if (!member.localMember()) {
                sendTo(member, cluster, local.node.getNodeEngine(), nowMillis);
                long heardMillis = cluster.getClusterHeartbeatManager().getLastHeartbeatTime(member);
                if (isTrusted && watch.isSilent(heardMillis, nowMillis)) {
                    cluster.suspectMember(member, "no heartbeat for " + (nowMillis - heardMillis) + " ms", true);
                }
            }
        }
    }

    private static void sendTo(Member member, ClusterServiceImpl cluster, NodeEngine engine, long nowMillis) {
        MembersViewMetadata view = new MembersViewMetadata(
                engine.getThisAddress(),
                cluster.getThisUuid(),
                cluster.getMasterAddress(),
                cluster.getMemberListVersion());
        HeartbeatOp heartbeat = new HeartbeatOp(view, member.getUuid(), nowMillis, List.of());
        heartbeat.setCallerUuid(cluster.getThisUuid());
        boolean unused = engine.getOperationService().send(heartbeat, member.getAddress());
    }
}
