package org.remora.management;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.remora.cluster.ClusterNode;
import org.remora.cluster.DrainProgress;
import org.remora.cluster.NodeState;
import org.remora.jobs.run.JobStatistics;

/**
 * This server as administrators see and steer it.
 *
 * <p>Draining ends when the node's data is away and its jobs have ended; the bean counts from the moment it is asked.
 */
public final class NodeBean implements NodeMXBean {

    private final ClusterNode node;
    private final Supplier<JobStatistics> jobs;
    private final Duration grace;
    private volatile long jobsEndedBefore;

    /**
     * Shows a node.
     *
     * @param node this server's
     * @param jobs its jobs at this moment
     * @param grace how long users go on if nothing else is said
     */
    public NodeBean(ClusterNode node, Supplier<JobStatistics> jobs, Duration grace) {
        this.node = node;
        this.jobs = jobs;
        this.grace = grace;
    }

    /**
     * Registers the bean.
     *
     * @return withdraws it
     */
    public Runnable register() {
        try {
            return BeanRegistration.of(new ObjectName("org.remora:type=Node"), this);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("The name of an MBean is none", e);
        }
    }

    @Override
    public String getName() {
        return node.name();
    }

    @Override
    public String getState() {
        return node.state().name();
    }

    @Override
    public boolean isReady() {
        return node.health().isReady();
    }

    @Override
    public List<String> getReasons() {
        return node.health().unready();
    }

    @Override
    public DrainReport drain(long graceSeconds) {
        if (graceSeconds < AS_SET) {
            throw new IllegalArgumentException("The seconds that users go on are 0 or more, or " + AS_SET
                    + " for remora.drain.grace; not " + graceSeconds);
        }
        if (node.state() == NodeState.ACTIVE) {
            jobsEndedBefore = jobs.get().finished();
        }
        node.drain(graceSeconds == AS_SET ? grace : Duration.ofSeconds(graceSeconds));
        return getDrainReport();
    }

    @Override
    public void undrain() {
        node.undrain();
    }

    @Override
    public DrainReport getDrainReport() {
        DrainProgress progress = node.drainProgress();
        JobStatistics present = jobs.get();
        boolean isDrained = progress.state() != NodeState.ACTIVE;
        return new DrainState(
                progress, present.running(), isDrained ? Math.max(0, present.finished() - jobsEndedBefore) : 0);
    }

    @Override
    public boolean waitSafe(long seconds) {
        return node.awaitSafe(Duration.ofSeconds(Math.max(0, seconds)));
    }
}
