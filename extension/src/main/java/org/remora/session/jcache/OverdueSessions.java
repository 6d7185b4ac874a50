package org.remora.session.jcache;

import com.hazelcast.cache.impl.CacheProxy;
import com.hazelcast.cache.impl.ICacheRecordStore;
import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.cache.impl.record.CacheRecord;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.partition.IPartitionService;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.operationservice.impl.InvocationFuture;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;
import org.remora.session.UntoldEnd;

/**
 * Finds the sessions whose time is over, and has a node that runs their application end them; and those that a node has
 * taken and of which it has not said yet that the application was told.
 *
 * <p>Each node looks after the partitions that it owns, a few at a time and not on their threads, so that a tour takes
 * {@link #TOUR} however many sessions there are; of each partition a tour ends a bounded number. Looks have treated
 * such sessions as absent since they timed out; the grace covers clocks that differ.
 */
public final class OverdueSessions {

    /** How long it takes to look at every session once. */
    public static final Duration TOUR = Duration.ofSeconds(10);

    /** How much later than a session's timeout it may be ended, by clocks that differ by less. */
    public static final Duration GRACE = Duration.ofSeconds(15);

    private static final int SLICES = 10;
    private static final int MAX_OF_PARTITION = 50;

    // An application may be away for a while when it is deployed anew.
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final NodeEngine engine;
    private final Handover handover;
    private final Takers takers;
    private final Merges merges;
    private final RememberedEnds remembered;
    private final InstantSource clock;
    private final int maxIdleSeconds;
    private int nextPartition;

    /**
     * Makes the search of one node.
     *
     * @param instance the node's member
     * @param clock the time of day
     * @param maxIdleSeconds how long any session may be unused; 0 for ever
     * @param rememberEnds how long ends are remembered after a member was lost
     */
    public OverdueSessions(HazelcastInstance instance, InstantSource clock, int maxIdleSeconds, Duration rememberEnds) {
        this.engine = instance.getCacheManager()
                .getCache(JCacheSessionStore.CACHE_NAME)
                .unwrap(CacheProxy.class)
                .getNodeEngine();
        this.handover = new Handover(engine);
        this.takers = new Takers(engine.getClusterService());
        this.merges = Merges.of(instance);
        this.remembered = new RememberedEnds(merges.lost(), rememberEnds);
        this.clock = clock;
        this.maxIdleSeconds = maxIdleSeconds;
    }

    /**
     * How long to wait between two slices, so that a tour takes {@link #TOUR}.
     *
     * @return the pause
     */
    public static Duration pause() {
        return TOUR.dividedBy(SLICES);
    }

    /** Searches the next slice. To be called by one thread at a time. */
    public void sweepSlice() {
        IPartitionService partitions = engine.getPartitionService();
        if (!merges.areOver()) {
            return; // the other half may bring a later use
        }
        int inSlice = -Math.floorDiv(-partitions.getPartitionCount(), SLICES);
        Map<String, List<SessionKey>> found = new HashMap<>();
        Overdue overdue = new Overdue(clock.millis() - GRACE.toMillis(), maxIdleSeconds);
        UntoldEnds untold = new UntoldEnds(takers, overdue, this::release);
        for (int i = 0; i < inSlice; i++) {
            nextPartition = (nextPartition + 1) % partitions.getPartitionCount();
            if (partitions.getPartition(nextPartition).isLocal()) {
                search(nextPartition, overdue, untold, found);
            }
        }
        found.forEach((application, keys) -> end(application, overdue, keys));
        untold.remind(handover);
    }

    /** The records of a partition; none if no session has come there yet. */
    private Map<Data, ?> recordsOf(int partition) {
        ICacheService service = engine.getService(ICacheService.SERVICE_NAME);
        ICacheRecordStore records = service.getRecordStore(JCacheSessionStore.PREFIXED_CACHE_NAME, partition);
        return records == null ? Map.of() : records.getReadOnlyRecords();
    }

    private void search(int partition, Overdue overdue, UntoldEnds untold, Map<String, List<SessionKey>> found) {
        int left = MAX_OF_PARTITION;
        for (Map.Entry<Data, ?> entry : recordsOf(partition).entrySet()) {
            if (!(entry.getValue() instanceof CacheRecord<?, ?> held)
                    || !(held.getValue() instanceof StoredSession stored)) {
                continue;
            }
            SessionRecord present = stored.current();
            Optional<UntoldEnd> end = UntoldEnd.in(present);
            boolean isDue = end.isPresent()
                    ? isTaken(entry.getKey(), end.get(), untold, found)
                    : isOver(entry.getKey(), present, overdue, found);
            if (isDue && --left == 0) {
                return; // the others are found again by the next tour
            }
        }
    }

    private boolean isTaken(Data data, UntoldEnd end, UntoldEnds untold, Map<String, List<SessionKey>> found) {
        SessionKey key = keyOf(data);
        if (end.taker() != UntoldEnd.NOBODY) {
            return untold.isToBeRemembered(key, end);
        }
        add(key, end.stored(), found);
        return true;
    }

    private boolean isOver(Data data, SessionRecord present, Overdue overdue, Map<String, List<SessionKey>> found) {
        if (!overdue.contains(present) || remembered.contains(present, clock.millis())) {
            return false;
        }
        SessionKey key = keyOf(data);
        if (present.isEnded()) {
            drop(key, overdue);
        } else {
            add(key, present, found);
        }
        return true;
    }

    private static void add(SessionKey key, SessionRecord present, Map<String, List<SessionKey>> found) {
        found.computeIfAbsent(present.application(), name -> new ArrayList<>()).add(key);
    }

    private SessionKey keyOf(Data data) {
        UUID key = engine.toObject(data);
        return new SessionKey(key.getMostSignificantBits(), key.getLeastSignificantBits());
    }

    private void end(String application, Overdue overdue, List<SessionKey> keys) {
        if (!handover.end(application, overdue, keys)) {
            Overdue abandoned = overdue.before(ABANDONED.toMillis());
            keys.forEach(key -> drop(key, abandoned));
        }
    }

    private void drop(SessionKey key, Overdue overdue) {
        send(key, new DropProcessor(overdue.atMillis(), overdue.maxIdleSeconds()));
    }

    private void release(SessionKey key, long taker) {
        send(key, new ReleaseProcessor(taker, clock.millis()));
    }

    // Nobody waits for the outcome: what is not done now is found again by the next tour.
    private void send(SessionKey key, SessionProcessor processor) {
        Data data = KeyForm.of(key);
        InvocationFuture<Answer> unused = engine.getOperationService()
                .createInvocationBuilder(
                        ICacheService.SERVICE_NAME,
                        new SessionOperation(data, processor),
                        engine.getPartitionService().getPartitionId(data))
                .invoke();
    }
}
