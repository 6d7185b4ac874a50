package org.remora.jobs.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.cluster.Address;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.partition.InternalPartition;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.PartitionSpecificRunnable;
import com.hazelcast.spi.impl.operationservice.impl.OperationServiceImpl;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.TestCluster;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobSamples;
import org.remora.jobs.record.JobStore;
import org.remora.jobs.record.SubmitStep;

/** A member leaves that has nothing to do with a job which is being changed. */
@Timeout(120)
class GridJobStoreDepartureTest {

    private static final int ASKER = 0;
    private static final int OWNER = 1;
    private static final int BACKUP = 2;
    private static final int STRANGER = 3;

    /** Hazelcast takes the departure for the backup's word. */
    @Test
    void submit_strangerLeavesBeforeTheBackupHasConfirmed_isNotDoneBeforeTheBackupHasIt() throws Exception {
        try (TestCluster cluster = new TestCluster(4, config -> GridJobs.configure(config, 1))) {
            IntStream.rangeClosed(ASKER, STRANGER).forEach(number -> cluster.startNode());
            cluster.awaitSafe();
            JobStore store = new GridJobStore(engine(cluster, ASKER), Duration.ofSeconds(60), System::nanoTime);
            JobKey key = keyOn(cluster);
            CountDownLatch free = new CountDownLatch(1);
            block(engine(cluster, BACKUP), key, free);
            CompletableFuture<JobAnswer> answer =
                    store.apply(key, new SubmitStep(JobSamples.job(key.name()))).toCompletableFuture();
            await().until(() -> JobCopies.on(member(cluster, OWNER), key).isPresent());

            cluster.kill(STRANGER);
            await().until(() -> engine(cluster, ASKER).getClusterService().getSize() == STRANGER);

            assertThat(answer.thenApply(done -> true)
                            .completeOnTimeout(false, 2, TimeUnit.SECONDS)
                            .join())
                    .isFalse();
            free.countDown();
            assertThat(answer.get(60, TimeUnit.SECONDS).isDone()).isTrue();
            assertThat(JobCopies.on(member(cluster, BACKUP), key)).isPresent();
        }
    }

    private static HazelcastInstance member(TestCluster cluster, int number) {
        return cluster.node(number).instance();
    }

    private static NodeEngine engine(TestCluster cluster, int number) {
        return JobCopies.engine(member(cluster, number));
    }

    private static JobKey keyOn(TestCluster cluster) {
        return IntStream.range(0, 10_000)
                .mapToObj(number -> JobSamples.key("job-" + number))
                .filter(key -> isReplica(cluster, key, 0, OWNER) && isReplica(cluster, key, 1, BACKUP))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isReplica(TestCluster cluster, JobKey key, int index, int number) {
        NodeEngine engine = engine(cluster, ASKER);
        InternalPartition partition =
                (InternalPartition) engine.getPartitionService().getPartition(partition(engine, key));
        Address address = partition.getReplicaAddress(index);
        return engine(cluster, number).getThisAddress().equals(address);
    }

    private static int partition(NodeEngine engine, JobKey key) {
        return engine.getPartitionService().getPartitionId(engine.toData(key.text()));
    }

    /** Keeps a member's thread for a job busy. */
    private static void block(NodeEngine engine, JobKey key, CountDownLatch free) throws InterruptedException {
        int partition = partition(engine, key);
        CountDownLatch busy = new CountDownLatch(1);
        ((OperationServiceImpl) engine.getOperationService())
                .getOperationExecutor()
                .execute(new PartitionSpecificRunnable() {
                    @Override
                    public int getPartitionId() {
                        return partition;
                    }

                    @Override
                    public void run() {
                        busy.countDown();
                        try {
                            free.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                });
        busy.await();
    }
}
