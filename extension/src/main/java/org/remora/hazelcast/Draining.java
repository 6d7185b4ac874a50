package org.remora.hazelcast;

import com.hazelcast.internal.partition.impl.InternalPartitionServiceImpl;
import com.hazelcast.spi.impl.NodeEngineImpl;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.DrainProgress;
import org.remora.cluster.NodeState;

/**
 * Hands the data of a member over to the others while it stays a member: the first half of Hazelcast's graceful
 * shutdown.
 *
 * <p>The oldest member decides where data rests, and forgets who is draining when it is lost: so the wish is repeated.
 * To take it back, which Hazelcast 5.3 does not know, is {@link ShutdownWishes}' part; that is repeated for a while,
 * for a last wish may still be under way.
 */
final class Draining {

    private static final long REPEATED_SECONDS = 1;
    private static final int TIMES_TAKEN_BACK = 3;

    /** What is being done since somebody asked. */
    private record Drain(long begunNanos, long graceEndNanos, int partitionsAtBegin, int lostAtBegin) {

        Drain withGraceEnd(long nanos) {
            return new Drain(begunNanos, nanos, partitionsAtBegin, lostAtBegin);
        }
    }

    private final NodeEngineImpl engine;
    private final LongSupplier nanos;
    private final Replicas replicas;
    private final ClusterSafety safety;
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger toTakeBack = new AtomicInteger();
    private boolean repeats;
    private volatile @Nullable Drain drain;
    private volatile boolean isClusterSafe;

    Draining(NodeEngineImpl engine, LongSupplier nanos) {
        this.engine = engine;
        this.nanos = nanos;
        this.replicas = new Replicas(engine);
        this.safety = new ClusterSafety(engine);
        engine.getHazelcastInstance().getPartitionService().addPartitionLostListener(event -> {
            if (event.allReplicasInPartitionLost()) {
                lost.incrementAndGet();
            }
        });
    }

    /** Begins, or sets the grace anew if it is not over; tells whether it has begun now. */
    synchronized boolean begin(Duration grace) {
        long now = nanos.getAsLong();
        long graceEnd = now + grace.toNanos();
        Drain present = drain;
        if (present == null) {
            drain = new Drain(now, graceEnd, held(), lost.get());
            isClusterSafe = false;
            toTakeBack.set(0);
        } else if (!isGraceOver(present)) {
            drain = present.withGraceEnd(graceEnd);
        }
        if (!repeats) {
            repeats = true;
            ScheduledFuture<?> unused = engine.getExecutionService()
                    .scheduleWithRepetition(this::step, 0, REPEATED_SECONDS, TimeUnit.SECONDS);
        }
        return present == null;
    }

    /** Ends it; tells whether there was anything to end. */
    synchronized boolean end() {
        if (drain == null) {
            return false;
        }
        drain = null;
        toTakeBack.set(TIMES_TAKEN_BACK);
        return true;
    }

    private void step() {
        Drain present = drain;
        if (present != null && isGraceOver(present)) {
            handOver();
        } else if (present == null && toTakeBack.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            ShutdownWishes.takeBackOnAll(engine);
        }
    }

    private void handOver() {
        InternalPartitionServiceImpl partitions = (InternalPartitionServiceImpl) engine.getPartitionService();
        boolean unused = partitions.onShutdown(REPEATED_SECONDS, TimeUnit.SECONDS); // held() tells whether it is done
        isClusterSafe =
                held() == 0 && (safety.isSafe(Duration.ofSeconds(REPEATED_SECONDS)) || replicas.areOnAllHolders());
    }

    private boolean isGraceOver(Drain present) {
        return nanos.getAsLong() - present.graceEndNanos() >= 0;
    }

    NodeState state() {
        Drain present = drain;
        if (present == null) {
            return NodeState.ACTIVE;
        }
        if (!isGraceOver(present)) {
            return NodeState.GRACE;
        }
        return held() == 0 ? NodeState.DRAINED : NodeState.DRAINING;
    }

    DrainProgress progress() {
        Drain present = drain;
        int held = held();
        if (present == null) {
            return DrainProgress.none(held);
        }
        long now = nanos.getAsLong();
        return new DrainProgress(
                state(),
                Duration.ofNanos(now - present.begunNanos()),
                Duration.ofNanos(Math.max(0, present.graceEndNanos() - now)),
                Math.max(0, present.partitionsAtBegin() - held),
                held,
                lost.get() - present.lostAtBegin(),
                isClusterSafe);
    }

    private int held() {
        return replicas.here();
    }
}
