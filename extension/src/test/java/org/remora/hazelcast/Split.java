package org.remora.hazelcast;

import static org.awaitility.Awaitility.await;

import com.hazelcast.cluster.impl.MemberImpl;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.internal.cluster.impl.AbstractJoiner;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes members of this JVM apart, as if the network between them had failed, and lets them meet again. */
public final class Split {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String APART = "-apart";

    private Split() {}

    /** The first of each half is the one that keeps data. */
    public static void between(List<HazelcastInstance> some, List<HazelcastInstance> others) {
        // Halves of one name that hear of each other would meet at once.
        others.forEach(other ->
                other.getConfig().setClusterName(some.get(0).getConfig().getClusterName() + APART));
        suspect(some, others);
        suspect(others, some);
        await().atMost(PATIENCE).until(() -> areTogether(some, some.size()) && areTogether(others, others.size()));
        // Both own everything now.
        await().atMost(PATIENCE).until(() -> ownAll(some) && ownAll(others));
    }

    /** They are one cluster again; merging their data may go on. */
    public static void heal(List<HazelcastInstance> some, List<HazelcastInstance> others) {
        others.forEach(other ->
                other.getConfig().setClusterName(some.get(0).getConfig().getClusterName()));
        List<HazelcastInstance> all =
                Stream.concat(some.stream(), others.stream()).toList();
        all.forEach(Split::forgive);
        await().atMost(PATIENCE).until(() -> {
            all.forEach(Split::look);
            return areTogether(all, all.size());
        });
    }

    /** Who has looked while the others had another name would look there no more. */
    private static void forgive(HazelcastInstance member) {
        try {
            Field blacklist = AbstractJoiner.class.getDeclaredField("blacklistedAddresses");
            blacklist.setAccessible(true);
            ((Map<?, ?>) blacklist.get(node(member).getJoiner())).clear();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Hazelcast's joiner keeps its blacklist elsewhere", e);
        }
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

    /** The youngest first, so that none is left that could be asked who is master. */
    private static void suspect(List<HazelcastInstance> some, List<HazelcastInstance> others) {
        for (HazelcastInstance one : some) {
            for (int i = others.size() - 1; i >= 0; i--) {
                suspect(one, others.get(i));
            }
        }
    }

    private static void suspect(HazelcastInstance one, HazelcastInstance other) {
        ClusterServiceImpl cluster = node(one).getClusterService();
        MemberImpl suspected = cluster.getMember(node(other).getThisUuid());
        if (suspected != null) { // else the master of its half has told it
            cluster.suspectMember(suspected, "split by a test", true);
        }
    }

    private static boolean ownAll(List<HazelcastInstance> half) {
        return half.get(0).getPartitionService().getPartitions().stream()
                .allMatch(partition -> partition.getOwner() != null
                        && half.get(0).getCluster().getMembers().contains(partition.getOwner()));
    }

    private static boolean areTogether(List<HazelcastInstance> members, int size) {
        return members.stream()
                .allMatch(member -> member.getCluster().getMembers().size() == size);
    }

    private static Node node(HazelcastInstance member) {
        HazelcastInstanceImpl original = ((HazelcastInstanceProxy) member).getOriginal();
        return original.node;
    }
}
