package org.remora.hazelcast;

import com.hazelcast.config.MetricsConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.internal.metrics.MetricsRegistry;
import com.hazelcast.spi.impl.executionservice.impl.ExecutionServiceImpl;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a member repeats eighteen times a second for structures that Remora has no use for: the locks, semaphores,
 * latches and sessions of the CP subsystem, replicated counters, and futures of Jet, map loaders and the management
 * center. That is most of what an idle member does.
 *
 * <p>Also what it repeats for metrics, unless somebody has them published: that wakes the threads of each connection.
 */
final class SpareTasks implements LifecycleListener, HazelcastInstanceAware {

    /** Parts of what the tasks say of themselves, in Hazelcast 5.3. */
    static final List<String> NAMES = List.of(
            "AbstractBlockingService$ExpireWaitKeysPeriodicTask",
            "RaftSessionService$CheckSessionsToExpire",
            "CRDTReplicationTask",
            "CompletableFutureTask");

    /** The same of those for metrics. */
    static final List<String> METRICS_NAMES =
            List.of("GarbageCollectionMetricSet$GcStats", "NioNetworking$PublishAllTask");

    private static final long ONCE_MORE_MILLIS = 100;

    private @Nullable HazelcastInstanceImpl instance;

    @Override
    public void setHazelcastInstance(HazelcastInstance local) {
        this.instance = (HazelcastInstanceImpl) local;
    }

    @Override
    public void stateChanged(LifecycleEvent event) {
        HazelcastInstanceImpl local = instance;
        if (local == null) {
            return;
        }
        switch (event.getState()) {
            case STARTED -> {
                // Its one thread is then at none of them, which would put itself into the queue again.
                scheduler(local).execute(() -> removeFrom(scheduler(local), NAMES));
                endMetrics(local);
            }
            case MERGED -> endMetrics(local); // the connections begin anew
            default -> {}
        }
    }

    private static void endMetrics(HazelcastInstanceImpl local) {
        MetricsConfig metrics = local.node.getConfig().getMetricsConfig();
        if (metrics.getJmxConfig().isEnabled()
                || metrics.getManagementCenterConfig().isEnabled()) {
            return;
        }
        metricsScheduler(local).ifPresent(scheduler -> {
            removeFrom(scheduler, METRICS_NAMES);
            ScheduledFuture<?> unused = scheduler.schedule( // one that was just running
                    () -> removeFrom(scheduler, METRICS_NAMES), ONCE_MORE_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    static ScheduledThreadPoolExecutor scheduler(HazelcastInstanceImpl local) {
        ExecutionServiceImpl execution =
                (ExecutionServiceImpl) local.node.getNodeEngine().getExecutionService();
        return execution.getScheduledExecutorService();
    }

    /** Empty if this version of Hazelcast has none, or elsewhere. */
    static Optional<ScheduledThreadPoolExecutor> metricsScheduler(HazelcastInstanceImpl local) {
        MetricsRegistry registry = local.node.getNodeEngine().getMetricsRegistry();
        try {
            Field field = registry.getClass().getDeclaredField("scheduler");
            field.setAccessible(true);
            return field.get(registry) instanceof ScheduledThreadPoolExecutor found
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (ReflectiveOperationException e) {
            NodeLog.metricsGoOn(e);
            return Optional.empty();
        }
    }

    private static void removeFrom(ScheduledThreadPoolExecutor scheduler, List<String> names) {
        boolean unused = scheduler.getQueue().removeIf(task -> isAmong(names, task.toString()));
    }

    static boolean isAmong(List<String> names, String task) {
        return names.stream().anyMatch(task::contains);
    }
}
