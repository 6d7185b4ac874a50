package org.remora.session.jcache;

import com.hazelcast.cache.HazelcastCacheManager;
import com.hazelcast.cache.impl.CacheProxy;
import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.config.CacheConfig;
import com.hazelcast.config.CacheSimpleConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.ListenerConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.internal.partition.IPartitionService;
import com.hazelcast.internal.partition.PartitionReplica;
import com.hazelcast.internal.serialization.Data;
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
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;
import org.remora.config.StoreSettings;
import org.remora.session.Absent;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.LookResult;
import org.remora.session.Patience;
import org.remora.session.RemoveResult;
import org.remora.session.RestoreResult;
import org.remora.session.SessionDelta;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.UserIndex;

/**
 * The store on the grid.
 *
 * <p>An operation goes to the owner of the key's partition; it is acknowledged when the owner and the synchronous
 * backups have done it. One that takes longer than the time-out is given up here, and there not begun any more; until
 * the partition answers again, nobody waits for it.
 */
public final class JCacheSessionStore implements SessionStore {

    /** The cache that holds the sessions of all applications. */
    public static final String CACHE_NAME = "remora.sessions";

    static final String PREFIXED_CACHE_NAME = HazelcastCacheManager.CACHE_MANAGER_PREFIX + CACHE_NAME;

    private static final long RETRY_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final NodeEngine engine;
    private final SilentPartitions silent;
    private final ClusterChanges members;
    private final BackupProof proof;
    private final Merges merges;
    private final Losses losses;
    private final Duration timeout;
    private final LongSupplier nanos;
    private final Optional<Patience> shared;

    /**
     * Makes the store.
     *
     * @param instance the node's member, with a configuration that went through {@link #configure}
     * @param timeout how long an operation may take
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    public JCacheSessionStore(HazelcastInstance instance, Duration timeout, LongSupplier nanos) {
        Cache<UUID, StoredSession> cache = instance.getCacheManager().getCache(CACHE_NAME);
        this.engine = cache.unwrap(CacheProxy.class).getNodeEngine();
        this.silent = new SilentPartitions(engine);
        this.members = new ClusterChanges(engine.getClusterService(), nanos);
        this.proof = new BackupProof(engine, syncBackups(cache), nanos);
        this.merges = Merges.of(instance);
        this.losses = Losses.of(instance);
        this.timeout = timeout;
        this.nanos = nanos;
        this.shared = Optional.empty();
    }

    private JCacheSessionStore(JCacheSessionStore same, Patience patience) {
        this.engine = same.engine;
        this.silent = same.silent;
        this.members = same.members;
        this.proof = same.proof;
        this.merges = same.merges;
        this.losses = same.losses;
        this.timeout = same.timeout;
        this.nanos = same.nanos;
        this.shared = Optional.of(patience);
    }

    @SuppressWarnings("unchecked") // the configuration of a cache is made by Hazelcast, which has but one kind
    private static int syncBackups(Cache<UUID, StoredSession> cache) {
        return cache.getConfiguration(CacheConfig.class).getBackupCount();
    }

    /**
     * Adds the cache and what travels to a member's configuration.
     *
     * @param config the configuration of a member that is yet to start
     * @param settings how many copies there are
     */
    public static void configure(Config config, StoreSettings settings) {
        config.getSerializationConfig().addDataSerializableFactory(WireTypes.FACTORY_ID, WireTypes.factory());
        // A cache cannot do without an eviction policy; with this size it never evicts.
        EvictionConfig never = new EvictionConfig()
                .setEvictionPolicy(EvictionPolicy.LRU)
                .setMaxSizePolicy(MaxSizePolicy.ENTRY_COUNT)
                .setSize(Integer.MAX_VALUE);
        CacheSimpleConfig cache = new CacheSimpleConfig(CACHE_NAME)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setBackupCount(settings.backupCount())
                .setAsyncBackupCount(settings.asyncBackupCount())
                .setEvictionConfig(never)
                .setMergePolicyConfig(new MergePolicyConfig().setPolicy(SessionMergePolicy.class.getName()));
        config.addCacheConfig(cache);
        config.addListenerConfig(new ListenerConfig(new MergeWatch()));
        config.addListenerConfig(new ListenerConfig(new LossWatch(settings.backupCount())));
    }

    @Override
    public CreateResult create(SessionKey key, SessionRecord blank, SessionDelta first) {
        try {
            Answer answer = invoke(key, new CreateProcessor(blank, first));
            return switch (answer.kind()) {
                case ABSENT -> new Absent();
                case TAKEN -> new CreateResult.Taken();
                case DONE, DONE_WITH_CHANGES, OUTDATED -> new CreateResult.Created(answer.version());
            };
        } catch (UnansweredException e) {
            return e.result();
        }
    }

    @Override
    public LookResult look(SessionKey key, SessionLook look) {
        try {
            return invoke(key, new LookProcessor(look))
                    .changes()
                    .<LookResult>map(LookResult.Found::new)
                    .orElseGet(Absent::new);
        } catch (UnansweredException e) {
            return e.result();
        }
    }

    @Override
    public CommitResult commit(SessionKey key, SessionDelta delta) {
        try {
            return committed(invoke(key, new CommitProcessor(delta)));
        } catch (UnansweredException e) {
            return e.result();
        }
    }

    private static CommitResult committed(Answer answer) {
        if (answer.kind() == Answer.Kind.ABSENT) {
            return new Absent();
        }
        return answer.kind() == Answer.Kind.OUTDATED
                ? new CommitResult.Outdated(answer.changes().orElseThrow())
                : new CommitResult.Committed(answer.version(), answer.changes());
    }

    @Override
    public RemoveResult remove(SessionKey key, SessionTake take) {
        return remove(key, new RemoveProcessor(take));
    }

    RemoveResult remove(SessionKey key, SessionProcessor processor) {
        try {
            return invoke(key, processor)
                    .changes()
                    .<RemoveResult>map(RemoveResult.Removed::new)
                    .orElseGet(Absent::new);
        } catch (UnansweredException e) {
            return e.result();
        }
    }

    @Override
    public RestoreResult restore(SessionKey key, SessionRecord known) {
        try {
            Answer answer = invoke(key, new RestoreProcessor(known));
            return switch (answer.kind()) {
                case ABSENT, TAKEN -> new Absent();
                case DONE -> new RestoreResult.PutBack(answer.version());
                case DONE_WITH_CHANGES, OUTDATED ->
                    new RestoreResult.Present(answer.changes().orElseThrow());
            };
        } catch (UnansweredException e) {
            return e.result();
        }
    }

    @Override
    public long losses(SessionKey key) {
        return losses.isEmpty() ? 0 : ofPartition(key, losses::count).orElse(0L);
    }

    @Override
    public UserIndex users() {
        return new JCacheUserIndex(this);
    }

    @Override
    public SessionStore within(Patience patience) {
        return new JCacheSessionStore(this, patience);
    }

    @Override
    public boolean isAnswering(SessionKey key) {
        return !ofPartition(key, silent::contains).orElse(true);
    }

    @Override
    public boolean isAnswering() {
        return engine.isRunning() && silent.isEmpty();
    }

    @Override
    public boolean isOwnedHere(SessionKey key) {
        IPartitionService partitions = engine.getPartitionService();
        return ofPartition(key, partition -> partitions.getPartition(partition).isLocal())
                .orElse(false);
    }

    /** What is to be said of a session's partition; empty if this node has left the cluster. */
    private <T> Optional<T> ofPartition(SessionKey key, IntFunction<T> answer) {
        try {
            return Optional.of(answer.apply(engine.getPartitionService().getPartitionId(keyData(key))));
        } catch (HazelcastInstanceNotActiveException e) {
            return Optional.empty();
        }
    }

    private Data keyData(SessionKey key) {
        return engine.toData(new UUID(key.high(), key.low()));
    }

    Answer invoke(SessionKey key, SessionProcessor processor) throws UnansweredException {
        Patience patience = shared.orElseGet(() -> Patience.of(timeout));
        long allowedNanos = patience.leftNanos();
        if (allowedNanos == 0) {
            throw new UnansweredException("no answer within " + timeout.toMillis() + " ms in all");
        }
        long begunNanos = nanos.getAsLong();
        int partition = -1;
        try {
            Data keyData = keyData(key);
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
        boolean answersHere = processor instanceof LookProcessor
                && engine.getPartitionService().getPartition(partition).isLocal();
        return !answersHere && silent.contains(partition);
    }

    /**
     * Calls the owner, and the next owner if that one is lost or the partition on its way. Hazelcast could try again by
     * itself, but then also after this has given up, when a later change has been made. While halves of a split cluster
     * are being merged, or lost sessions put back, what is absent may be on its way, too.
     */
    private Answer call(Data key, int partition, SessionProcessor processor, long untilNanos)
            throws UnansweredException, TimeoutException, ExecutionException, InterruptedException {
        Absence absence = new Absence(processor, partition, merges, losses, nanos, untilNanos);
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
                    if (answer.kind() != Answer.Kind.ABSENT || absence.isCertain(settled, nowMillis())) {
                        return answer;
                    }
                }
            } catch (ExecutionException e) {
                if (!isPassing(e)) {
                    throw e;
                }
            }
            if (leftNanos <= 0 && absence.isSeen()) {
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
