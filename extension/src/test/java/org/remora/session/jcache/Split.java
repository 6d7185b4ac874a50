package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import java.time.Duration;

/** Takes two members of this JVM apart, as if the network between them had failed, and lets them meet again. */
final class Split {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String APART = "-apart";

    private Split() {}

    static void between(HazelcastInstance one, HazelcastInstance other) {
        // Halves of one name that hear of each other would meet at once.
        other.getConfig().setClusterName(one.getConfig().getClusterName() + APART);
        suspect(one, other);
        suspect(other, one);
        await().atMost(PATIENCE).until(() -> size(one) == 1 && size(other) == 1);
        // Both own everything now, with no backups.
        await().atMost(PATIENCE).until(() -> ownsAll(one) && ownsAll(other));
    }

    static void heal(HazelcastInstance one, HazelcastInstance other) {
        other.getConfig().setClusterName(one.getConfig().getClusterName());
        await().atMost(PATIENCE).until(() -> {
            look(one);
            look(other);
            return size(one) == 2 && size(other) == 2;
        });
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(Merges.of(one).areOver()).isTrue();
            assertThat(Merges.of(other).areOver()).isTrue();
        });
    }

    /** As Hazelcast does: never while a merge is under way, which would then be done a second time. */
    private static void look(HazelcastInstance member) {
        ClusterServiceImpl cluster = node(member).getClusterService();
        if (cluster.isJoined()
                && cluster.isMaster()
                && cluster.getClusterState().isJoinAllowed()) {
            node(member).getJoiner().searchForOtherClusters();
        }
    }

    private static void suspect(HazelcastInstance one, HazelcastInstance other) {
        node(one)
                .getClusterService()
                .suspectMember(
                        node(one).getClusterService().getMember(node(other).getThisUuid()), "split by a test", true);
    }

    private static boolean ownsAll(HazelcastInstance member) {
        return member.getPartitionService().getPartitions().stream()
                .allMatch(partition ->
                        partition.getOwner() != null && partition.getOwner().localMember());
    }

    private static int size(HazelcastInstance member) {
        return member.getCluster().getMembers().size();
    }

    private static Node node(HazelcastInstance member) {
        HazelcastInstanceImpl original = ((HazelcastInstanceProxy) member).getOriginal();
        return original.node;
    }
}
