package org.remora.session.jcache;

import com.hazelcast.cache.HazelcastCacheManager;
import com.hazelcast.config.CacheSimpleConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.ListenerConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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
 * <p>An operation goes to the owner of the key's partition, by {@link GridCalls}; it is acknowledged when the owner and
 * the synchronous backups have done it. One that takes longer than the time-out is given up here, and there not begun
 * any more; until the partition answers again, nobody waits for it.
 */
public final class JCacheSessionStore implements SessionStore {

    /** The cache that holds the sessions of all applications. */
    public static final String CACHE_NAME = "remora.sessions";

    static final String PREFIXED_CACHE_NAME = HazelcastCacheManager.CACHE_MANAGER_PREFIX + CACHE_NAME;

    private final GridCalls calls;
    private final Optional<Patience> shared;

    /**
     * Makes the store.
     *
     * @param instance the node's member, with a configuration that went through {@link #configure}
     * @param timeout how long an operation may take
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    public JCacheSessionStore(HazelcastInstance instance, Duration timeout, LongSupplier nanos) {
        this(
                new GridCalls(instance, instance.getCacheManager().getCache(CACHE_NAME), timeout, nanos),
                Optional.empty());
    }

    private JCacheSessionStore(GridCalls calls, Optional<Patience> shared) {
        this.calls = calls;
        this.shared = shared;
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
        Takers.configure(config);
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
    public long taker() {
        return calls.takers().own();
    }

    @Override
    public void told(SessionKey key, long taker, Consumer<Boolean> heard) {
        calls.tell(key, new ToldProcessor(taker), heard);
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
        return calls.losses(key);
    }

    @Override
    public UserIndex users() {
        return new JCacheUserIndex(this);
    }

    @Override
    public SessionStore within(Patience patience) {
        return new JCacheSessionStore(calls, Optional.of(patience));
    }

    @Override
    public boolean isAnswering(SessionKey key) {
        return calls.isAnswering(key);
    }

    @Override
    public boolean isAnswering() {
        return calls.isAnswering();
    }

    @Override
    public boolean isOwnedHere(SessionKey key) {
        return calls.isOwnedHere(key);
    }

    Answer invoke(SessionKey key, SessionProcessor processor) throws UnansweredException {
        return calls.invoke(key, processor, shared.orElseGet(calls::patience));
    }
}
