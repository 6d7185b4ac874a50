package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.operationservice.impl.InvocationFuture;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.ClockWatch;

/** Asks the other members for the time now and then, and reports those whose clocks differ. */
final class ClockQuestions implements LifecycleListener, HazelcastInstanceAware {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final ClockWatch watch = new ClockWatch();
    private @Nullable HazelcastInstanceImpl instance;

    @Override
    public void setHazelcastInstance(HazelcastInstance local) {
        this.instance = (HazelcastInstanceImpl) local;
    }

    @Override
    public void stateChanged(LifecycleEvent event) {
        HazelcastInstanceImpl local = instance;
        if (local != null && event.getState() == LifecycleEvent.LifecycleState.STARTED) {
            ScheduledFuture<?> unused = local.node
                    .getNodeEngine()
                    .getExecutionService()
                    .scheduleWithRepetition(
                            () -> ask(local), FIRST.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void ask(HazelcastInstanceImpl local) {
        ClusterServiceImpl cluster = local.node.getClusterService();
        if (!cluster.isJoined()) {
            return;
        }
        synchronized (watch) {
            watch.keepOnly(
                    cluster.getMembers().stream().map(ClockQuestions::key).collect(Collectors.toSet()));
        }
        cluster.getMembers().stream()
                .filter(member -> !member.localMember())
                .forEach(member ->
                        ask(member, local.node.getNodeEngine(), TimeOperation.clockOf(local.getUserContext())));
    }

    private void ask(Member member, NodeEngine engine, InstantSource clock) {
        long askedMillis = clock.millis();
        InvocationFuture<Long> answer = engine.getOperationService()
                .createInvocationBuilder(ClusterServiceImpl.SERVICE_NAME, new TimeOperation(), member.getAddress())
                .setTryCount(1)
                .invoke();
        CompletableFuture<Void> noted = answer.thenAccept(theirMillis -> {
            long answeredMillis = clock.millis();
            synchronized (watch) {
                watch.note(key(member), askedMillis, theirMillis, answeredMillis)
                        .ifPresent(ahead -> NodeLog.clocksDiffer(HazelcastNode.nodeName(member), ahead));
            }
        });
        // It is asked again after the pause.
        Object unused = noted.whenComplete((nothing, failure) -> {
            if (failure != null) {
                NodeLog.notAnswered(HazelcastNode.nodeName(member), failure);
            }
        });
    }

    private static String key(Member member) {
        return member.getUuid().toString();
    }
}
