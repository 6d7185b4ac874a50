package org.remora.jobs.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobHandler;
import org.remora.jobs.JobsUnavailableException;
import org.remora.jobs.cron.CronTimes;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobSamples;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.JobStore;
import org.remora.jobs.run.ApplicationJobs;
import org.remora.jobs.run.JobApplication;
import org.remora.jobs.run.JobClock;
import org.remora.jobs.run.NodeJobs;
import org.remora.session.codec.StandardCodec;

/** A node with an application that has jobs; what it does can be frozen and cut off from the grid. */
final class GridNode implements AutoCloseable {

    final NodeJobs node;
    private volatile ApplicationJobs jobs;
    final List<JobEvent> own = new CopyOnWriteArrayList<>();
    final List<JobEvent> others = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    // Frozen is who has it for writing: nothing of the node's jobs goes on then.
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private final ScheduledThreadPoolExecutor lane = new ScheduledThreadPoolExecutor(1) {
        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            awaitThaw();
        }
    };
    private volatile boolean isCut;
    private volatile boolean isLeaving;

    GridNode(HazelcastInstance member, int count, Collection<? extends JobHandler<?>> handlers) {
        // A handler may end after the node is gone.
        lane.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        this.node = GridJobs.start(
                member,
                new GridJobs.Surroundings(
                        new CronTimes(), new JobClock(InstantSource.system(), System::nanoTime), lane, () -> isLeaving),
                count,
                Way::new);
        this.jobs = application(handlers);
    }

    private ApplicationJobs application(Collection<? extends JobHandler<?>> handlers) {
        return new ApplicationJobs(
                node,
                new JobApplication(
                        JobSamples.APPLICATION,
                        new StandardCodec(GridNode.class.getClassLoader(), Optional.empty()),
                        new ArrayList<>(handlers),
                        threads,
                        (event, isOwn) -> (isOwn ? own : others).add(event),
                        true));
    }

    /** The application is deployed anew, with other handlers. */
    void deploy(JobHandler<?>... handlers) {
        jobs.close();
        jobs = application(List.of(handlers));
    }

    void undeploy() {
        jobs.close();
    }

    ClusterJobs jobs() {
        return jobs;
    }

    void leave() {
        isLeaving = true;
    }

    /** What it says to the grid about jobs does not arrive. */
    void cut() {
        isCut = true;
    }

    void mend() {
        isCut = false;
    }

    /** Neither its thread for jobs nor its handlers, where they look, go on. */
    void freeze() {
        running.writeLock().lock();
    }

    void thaw() {
        running.writeLock().unlock();
    }

    void awaitThaw() {
        whileRunning(() -> {});
    }

    private void whileRunning(Runnable work) {
        running.readLock().lock();
        try {
            work.run();
        } finally {
            running.readLock().unlock();
        }
    }

    boolean isDisturbed() {
        return isCut || running.isWriteLocked();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        lane.shutdownNow();
    }

    private final class Way implements JobStore {

        private final JobStore grid;

        Way(JobStore grid) {
            this.grid = grid;
        }

        @Override
        public CompletionStage<JobAnswer> apply(JobKey key, JobStep step) {
            return isCut
                    ? CompletableFuture.failedFuture(new JobsUnavailableException("cut by a test", null))
                    : grid.apply(key, step);
        }

        @Override
        public int partitionOf(byte[] key) {
            return grid.partitionOf(key);
        }
    }
}
