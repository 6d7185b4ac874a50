package org.remora.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.spi.impl.executionservice.impl.ExecutionServiceImpl;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a member repeats eighteen times a second for structures that Remora has no use for: the locks, semaphores,
 * latches and sessions of the CP subsystem, replicated counters, and futures of Jet, map loaders and the management
 * center. That is most of what an idle member does.
 */
final class SpareTasks implements LifecycleListener, HazelcastInstanceAware {

    /** Parts of what the tasks say of themselves, in Hazelcast 5.3. */
    static final List<String> NAMES = List.of(
            "AbstractBlockingService$ExpireWaitKeysPeriodicTask",
            "RaftSessionService$CheckSessionsToExpire",
            "CRDTReplicationTask",
            "CompletableFutureTask");

    private @Nullable HazelcastInstanceImpl instance;

    @Override
    public void setHazelcastInstance(HazelcastInstance local) {
        this.instance = (HazelcastInstanceImpl) local;
    }

    @Override
    public void stateChanged(LifecycleEvent event) {
        HazelcastInstanceImpl local = instance;
        if (local != null && event.getState() == LifecycleEvent.LifecycleState.STARTED) {
            // Its one thread is then at none of them, which would put itself into the queue again.
            scheduler(local).execute(() -> scheduler(local).getQueue().removeIf(task -> isSpare(task.toString())));
        }
    }

    static ScheduledThreadPoolExecutor scheduler(HazelcastInstanceImpl local) {
        ExecutionServiceImpl execution =
                (ExecutionServiceImpl) local.node.getNodeEngine().getExecutionService();
        return execution.getScheduledExecutorService();
    }

    static boolean isSpare(String task) {
        return NAMES.stream().anyMatch(task::contains);
    }
}
