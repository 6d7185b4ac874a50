package org.remora.hazelcast;

import com.hazelcast.instance.impl.Node;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks for another half of the cluster as soon as there is a reason: a node was found, or has connected. Hazelcast by
 * itself looks every now and then only ({@code remora.merge.run-delay}).
 *
 * <p>A node that is found may still be starting, so the look is repeated for a while, as long as somebody is in sight
 * who is not a member. Requests may come from any thread; the looks are taken on one of their own.
 */
final class PromptSearch implements AutoCloseable {

    private static final int LOOKS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Who has just connected is, most of the time, about to join. */
    private static final Duration GRACE = Duration.ofMillis(300);

    private final Node node;
    private final GuidedJoiner joiner;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "remora-search");
        made.setDaemon(true);
        return made;
    });
    private int looksLeft;

    PromptSearch(Node node, GuidedJoiner joiner) {
        this.node = node;
        this.joiner = joiner;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    synchronized void request() {
        boolean idle = looksLeft == 0;
        looksLeft = LOOKS;
        if (idle && !thread.isShutdown()) {
            lookIn(GRACE);
        }
    }

    private void lookIn(Duration pause) {
        Future<?> unused = thread.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (maySearch()) {
            joiner.searchForOtherClusters();
        }
        boolean somebodyInSight = !joiner.getFilteredPossibleAddresses().isEmpty();
        synchronized (this) {
            looksLeft = somebodyInSight ? looksLeft - 1 : 0;
            if (looksLeft > 0 && !thread.isShutdown()) {
                lookIn(PAUSE);
            }
        }
    }

    /**
     * Under what conditions Hazelcast itself looks: only the first member does. Should somebody join meanwhile, the
     * list of members changes, and with it the version that a merge compares before it begins.
     */
    private boolean maySearch() {
        ClusterServiceImpl cluster = node.getClusterService();
        return node.isRunning()
                && cluster.isJoined()
                && cluster.isMaster()
                && cluster.getClusterState().isJoinAllowed();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
