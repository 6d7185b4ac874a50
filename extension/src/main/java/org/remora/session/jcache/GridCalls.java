package org.remora.session.jcache;

import com.hazelcast.cache.impl.CacheProxy;
import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.config.CacheConfig;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.internal.partition.PartitionReplica;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.util.ConcurrencyUtil;
import com.hazelcast.spi.exception.RetryableException;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.operationservice.impl.InvocationFuture;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;
import org.remora.session.Patience;
import org.remora.session.SessionKey;

/**
 * Calls the owners of sessions, and remembers which partitions do not answer.
 *
 * <p>A call is acknowledged when the owner and the synchronous backups have done it. One that takes longer than its
 * caller's patience is given up here, and there not begun any more. Any thread may call; each waits for its own answer.
 */
final class GridCalls {

    private static final long RETRY_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final NodeEngine engine;
    private final SilentPartitions silent;
    private final ClusterChanges members;
    private final BackupProof proof;
    private final Merges merges;
    private final Losses losses;
    private final Duration timeout;
    private final LongSupplier nanos;

    /** The calls of a node to a cache, each of which may take a time by a clock that only goes forward. */
    GridCalls(HazelcastInstance instance, Cache<UUID, StoredSession> cache, Duration timeout, LongSupplier nanos) {
        this.engine = cache.unwrap(CacheProxy.class).getNodeEngine();
        this.silent = new SilentPartitions(engine);
        this.members = new ClusterChanges(engine.getClusterService(), nanos);
        this.proof = new BackupProof(engine, syncBackups(cache), nanos);
        this.merges = Merges.of(instance);
        this.losses = Losses.of(instance);
        this.timeout = timeout;
        this.nanos = nanos;
    }

    @SuppressWarnings("unchecked") // the configuration of a cache is made by Hazelcast, which has but one kind
    private static int syncBackups(Cache<UUID, StoredSession> cache) {
        return cache.getConfiguration(CacheConfig.class).getBackupCount();
    }

    /** How long a call may take whose caller does not share its patience with others. */
    Patience patience() {
        return Patience.of(timeout);
    }

    /** How often sessions were lost of the partition in which a key is. */
    long losses(SessionKey key) {
        return losses.isEmpty() ? 0 : ofPartition(key, losses::count).orElse(0L);
    }

    /** Whether the partition in which a key is answers, as far as is known. */
    boolean isAnswering(SessionKey key) {
        return !ofPartition(key, silent::contains).orElse(true);
    }

    /** Whether all partitions answer, as far as is known. */
    boolean isAnswering() {
        return engine.isRunning() && silent.isEmpty();
    }

    /** The nodes as takers of sessions. */
    Takers takers() {
        return new Takers(engine.getClusterService());
    }

    /** Has the owner do something for which nobody waits; says once whether it has done it, with all backups. */
    void tell(SessionKey key, SessionProcessor processor, Consumer<Boolean> done) {
        try {
            Data keyData = KeyForm.of(key);
            Object unused = send(keyData, engine.getPartitionService().getPartitionId(keyData), processor)
                    .whenCompleteAsync((answer, failure) -> done.accept(failure == null), ConcurrencyUtil.CALLER_RUNS);
        } catch (HazelcastInstanceNotActiveException e) {
            done.accept(false);
        }
    }

    /** Whether this node is the owner. */
    boolean isOwnedHere(SessionKey key) {
        return ofPartition(key, this::isLocal).orElse(false);
    }

    private boolean isLocal(int partition) {
        return engine.getPartitionService().getPartition(partition).isLocal();
    }

    /** What is to be said of a session's partition; empty if this node has left the cluster. */
    private <T> Optional<T> ofPartition(SessionKey key, IntFunction<T> answer) {
        try {
            return Optional.of(answer.apply(engine.getPartitionService().getPartitionId(KeyForm.of(key))));
        } catch (HazelcastInstanceNotActiveException e) {
            return Optional.empty();
        }
    }

    /** Calls the owner of a key, for as long as the patience lasts. */
    Answer invoke(SessionKey key, SessionProcessor processor, Patience patience) throws UnansweredException {
        long allowedNanos = patience.leftNanos();
        if (allowedNanos == 0) {
            throw new UnansweredException("no answer within " + timeout.toMillis() + " ms in all");
        }
        long begunNanos = nanos.getAsLong();
        int partition = -1;
        try {
            Data keyData = KeyForm.of(key);
            partition = engine.getPartitionService().getPartitionId(keyData);
            if (isSilent(partition, processor)) {
                throw new UnansweredException("no answer since an earlier call");
            }
            return call(keyData, partition, processor, begunNanos + allowedNanos);
        } catch (TimeoutException e) {
            if (allowedNanos > timeout.toNanos() / 2) {
                silent.add(partition); // of a shorter wait nobody can tell whether it was the partition's fault
            }
            throw new UnansweredException("no answer within " + TimeUnit.NANOSECONDS.toMillis(allowedNanos) + " ms", e);
        } catch (ExecutionException | HazelcastException e) {
            throw new UnansweredException(reasonOf(e), e);
        } catch (HazelcastInstanceNotActiveException e) {
            throw new UnansweredException("this node has left the cluster", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnansweredException("interrupted", e);
        } finally {
            patience.spend(nanos.getAsLong() - begunNanos);
        }
    }

    /** A look needs no backup: where this node is the owner, it answers itself. */
    private boolean isSilent(int partition, SessionProcessor processor) {
        boolean answersHere = processor instanceof LookProcessor && isLocal(partition);
        return !answersHere && silent.contains(partition);
    }

    /**
     * Calls the owner, and the next owner if that one is lost or the partition on its way. Hazelcast could try again by
     * itself, but then also after this has given up, when a later change has been made. While halves of a split cluster
     * are being merged, or lost sessions put back, what is absent may be on its way, too.
     */
    private Answer call(Data key, int partition, SessionProcessor processor, long untilNanos)
            throws UnansweredException, TimeoutException, ExecutionException, InterruptedException {
        long lossesBefore = losses.count(partition);
        @Nullable Absence absence = null;
        while (true) {
            long leftNanos = untilNanos - nanos.getAsLong();
            boolean settledBefore = members.isSettled();
            @Nullable PartitionReplica[] backups = proof.backups(partition);
            try {
                if (!merges.isMergingHere()) {
                    Answer answer = TimedWait.get(send(key, partition, processor), leftNanos);
                    boolean settled = members.isSettled() && settledBefore;
                    if (!settled && answer.isChange() && !(processor instanceof LookProcessor)) {
                        proof.await(key, partition, backups, processor.change(answer), untilNanos);
                    }
                    if (answer.kind() != Answer.Kind.ABSENT) {
                        return answer;
                    }
                    if (absence == null) {
                        absence = new Absence(processor, partition, merges, losses, lossesBefore, nanos, untilNanos);
                    }
                    if (absence.isCertain(settled, nowMillis())) {
                        return answer;
                    }
                }
            } catch (ExecutionException e) {
                if (!isPassing(e)) {
                    throw e;
                }
            }
            if (leftNanos <= 0 && absence != null) {
                throw new UnansweredException("what is absent may be on its way");
            }
            if (leftNanos <= 0) {
                throw new TimeoutException();
            }
            LockSupport.parkNanos(RETRY_PAUSE_NANOS);
        }
    }

    /** The time of the cluster, which is that of its oldest member's clock. */
    private long nowMillis() {
        return engine.getClusterService().getClusterClock().getClusterTime();
    }

    /** A change of unknown fate may be made again: doing it twice does no harm. */
    static boolean isPassing(ExecutionException e) {
        return e instanceof RetryableException
                || e.getCause() instanceof RetryableException
                || e.getCause() instanceof IndeterminateOperationStateException;
    }

    private static String reasonOf(Exception e) {
        return (e.getCause() == null ? e : e.getCause()).getClass().getName();
    }

    private InvocationFuture<Answer> send(Data key, int partition, SessionProcessor processor) {
        return engine.getOperationService()
                .createInvocationBuilder(ICacheService.SERVICE_NAME, new SessionOperation(key, processor), partition)
                .setTryCount(1)
                // Hazelcast would say after a while that a change is done which a backup has not confirmed.
                .setFailOnIndeterminateOperationState(true)
                .invoke();
    }
}
