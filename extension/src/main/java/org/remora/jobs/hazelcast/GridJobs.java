package org.remora.jobs.hazelcast;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.partition.MigrationListener;
import com.hazelcast.partition.MigrationState;
import com.hazelcast.partition.ReplicaMigrationEvent;
import com.hazelcast.spi.impl.NodeEngine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.JobStore;
import org.remora.jobs.record.ScheduleTimes;
import org.remora.jobs.run.JobClock;
import org.remora.jobs.run.JobListing;
import org.remora.jobs.run.JobQuery;
import org.remora.jobs.run.NodeJobs;
import org.remora.jobs.run.NodeParts;
import org.remora.jobs.run.PeerReceiver;
import org.remora.jobs.run.StepListener;

/** The jobs of a node whose grid is Hazelcast. */
public final class GridJobs {

    /** The map that holds the jobs of all applications. */
    public static final String MAP_NAME = "remora.jobs";

    private static final String CONTEXT_KEY = "org.remora.jobs.hazelcast.GridJobs";
    private static final Duration TIMEOUT = Duration.ofSeconds(ClusterJobs.GRID_PATIENCE_SECONDS);
    private static final StepListener NOBODY = (partition, key, step, result) -> {};

    private GridJobs() {}

    /**
     * Adds the map and what travels to a member's configuration.
     *
     * @param config the configuration of a member that is yet to start
     * @param backups on how many other nodes a job is kept; at least one
     */
    public static void configure(Config config, int backups) {
        config.getSerializationConfig().addDataSerializableFactory(WireTypes.FACTORY_ID, WireTypes.factory());
        config.addMapConfig(new MapConfig(MAP_NAME)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setBackupCount(Math.max(1, backups))
                .setStatisticsEnabled(false)
                .setMergePolicyConfig(new MergePolicyConfig().setPolicy(JobMergePolicy.class.getName())));
    }

    /**
     * What a node's jobs have besides the grid.
     *
     * @param times when jobs recur
     * @param clock the clocks
     * @param lane a single thread
     * @param isLeaving whether the node is about to stop
     */
    public record Surroundings(
            ScheduleTimes times, JobClock clock, ScheduledExecutorService lane, BooleanSupplier isLeaving) {}

    /**
     * Starts to look after jobs.
     *
     * @param instance the node's member, with a configuration that went through {@link #configure}
     * @param surroundings what else there is
     * @param threads how many jobs run at a time
     * @return the node's jobs
     */
    public static NodeJobs start(HazelcastInstance instance, Surroundings surroundings, int threads) {
        return start(instance, surroundings, threads, UnaryOperator.identity());
    }

    static NodeJobs start(
            HazelcastInstance instance, Surroundings surroundings, int threads, UnaryOperator<JobStore> way) {
        NodeEngine engine =
                ((HazelcastInstanceProxy) instance).getOriginal().node.getNodeEngine();
        GridJobStore store =
                new GridJobStore(engine, TIMEOUT, surroundings.clock().nanos());
        NodeParts parts = new NodeParts(
                way.apply(store),
                new MemberPeers(engine),
                new OwnPartitions(engine),
                surroundings.times(),
                surroundings.clock(),
                surroundings.lane(),
                surroundings.isLeaving());
        NodeJobs jobs = new NodeJobs(parts, threads);
        instance.getUserContext().put(CONTEXT_KEY, jobs);
        listen(instance, jobs, store);
        jobs.start();
        return jobs;
    }

    private static void listen(HazelcastInstance instance, NodeJobs jobs, GridJobStore store) {
        Object unused = instance.getLifecycleService().addLifecycleListener(event -> {
            switch (event.getState()) {
                case MERGING -> jobs.merging(true);
                case MERGED, MERGE_FAILED -> jobs.merging(false);
                case SHUTTING_DOWN -> jobs.stop();
                default -> {
                    return; // the others say nothing about jobs
                }
            }
        });
        instance.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberAdded(MembershipEvent event) {
                jobs.clusterChanged();
            }

            @Override
            public void memberRemoved(MembershipEvent event) {
                store.memberLeft();
                jobs.clusterChanged();
            }
        });
        instance.getPartitionService().addMigrationListener(new MigrationListener() {
            @Override
            public void migrationStarted(MigrationState state) {}

            @Override
            public void migrationFinished(MigrationState state) {
                jobs.clusterChanged();
            }

            @Override
            public void replicaMigrationCompleted(ReplicaMigrationEvent event) {}

            @Override
            public void replicaMigrationFailed(ReplicaMigrationEvent event) {}
        });
    }

    /** Who hears of steps on a member; nobody while it starts: what it owns is shown later. */
    static StepListener listener(HazelcastInstance instance) {
        return find(instance).<StepListener>map(jobs -> jobs).orElse(NOBODY);
    }

    static Optional<PeerReceiver> receiver(HazelcastInstance instance) {
        return find(instance).map(jobs -> jobs);
    }

    /** The jobs that rest on a member; none while it starts. */
    static JobListing list(HazelcastInstance instance, JobQuery query) {
        return find(instance).map(jobs -> jobs.list(query)).orElseGet(() -> new JobListing(List.of(), 0));
    }

    static void merged(HazelcastInstance instance, int partition, JobRecord job) {
        find(instance).ifPresent(jobs -> jobs.merged(partition, job));
    }

    private static Optional<NodeJobs> find(HazelcastInstance instance) {
        return Optional.ofNullable(instance.getUserContext().get(CONTEXT_KEY)).map(NodeJobs.class::cast);
    }
}
