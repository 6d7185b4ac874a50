package org.remora.session.jcache;

import com.hazelcast.cache.impl.CacheProxy;
import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.spi.impl.NodeEngine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.remora.hazelcast.MemberQuestions;
import org.remora.session.LoginReader;
import org.remora.session.RemoveResult;
import org.remora.session.SessionDirectory;
import org.remora.session.SessionKey;
import org.remora.session.SessionListing;
import org.remora.session.SessionQuery;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;

/** The sessions of all members. */
public final class GridDirectory implements SessionDirectory {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HazelcastInstance instance;
    private final NodeEngine engine;
    private final SessionStore store;
    private final InstantSource clock;

    /**
     * The directory as this node sees it. From now on this node tells others who has logged in with its sessions.
     *
     * @param instance the node's member, with a configuration that went through {@link JCacheSessionStore#configure}
     * @param store the sessions' records on the grid
     * @param logins reads the logins of sessions that rest here
     * @param clock the time of day
     */
    public GridDirectory(HazelcastInstance instance, SessionStore store, LoginReader logins, InstantSource clock) {
        this.instance = instance;
        this.engine = instance.getCacheManager()
                .getCache(JCacheSessionStore.CACHE_NAME)
                .unwrap(CacheProxy.class)
                .getNodeEngine();
        this.store = store;
        this.clock = clock;
        instance.getUserContext().put(OwnedSessions.READER, logins);
    }

    @Override
    public Page list(SessionQuery query) {
        SessionListing.Collector page = new SessionListing.Collector(query);
        List<String> silent = new ArrayList<>();
        List<MemberQuestions.Reply<WireListing>> replies =
                MemberQuestions.askAll(instance, () -> new ListOperation(query), PATIENCE);
        for (MemberQuestions.Reply<WireListing> reply : replies) {
            if (reply.answer().isEmpty()) {
                silent.add(reply.node());
            } else {
                page.addAll(located(reply.answer().get().listing(), reply.node()));
            }
        }
        return new Page(page.page(), silent);
    }

    private static SessionListing located(SessionListing listing, String node) {
        return new SessionListing(
                listing.sessions().stream().map(session -> session.on(node)).toList(), listing.total());
    }

    @Override
    public Optional<SessionRecord> find(SessionKey key) {
        Data data = KeyForm.of(key);
        CompletableFuture<StoredSession> answer = engine.getOperationService()
                .createInvocationBuilder(
                        ICacheService.SERVICE_NAME,
                        new FetchOperation(data),
                        engine.getPartitionService().getPartitionId(data))
                .<StoredSession>invoke();
        return awaited(answer).map(StoredSession::current).filter(stored -> !stored.isEnded());
    }

    private static <T> Optional<T> awaited(CompletableFuture<T> answer) {
        try {
            return Optional.ofNullable(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException silent) {
            return Optional.empty();
        }
    }

    @Override
    public End end(String application, SessionKey key) {
        boolean isSomebodySilent = false;
        for (Member member : thisOneFirst()) {
            Optional<Integer> answer = MemberQuestions.<Integer>ask(
                            instance, List.of(member), () -> new EndOperation(application, key), PATIENCE)
                    .get(0)
                    .answer();
            if (answer.filter(number -> number == EndOperation.ENDED).isPresent()) {
                return End.ENDED;
            }
            if (answer.filter(number -> number == EndOperation.NOT_TAKEN).isPresent()) {
                return find(key).isPresent() ? End.UNANSWERED : End.NOT_FOUND;
            }
            isSomebodySilent |= answer.isEmpty();
        }
        return isSomebodySilent ? End.UNANSWERED : endUntold(key);
    }

    private List<Member> thisOneFirst() {
        List<Member> members = new ArrayList<>(instance.getCluster().getMembers());
        members.sort(Comparator.comparing(member -> !member.localMember()));
        return members;
    }

    private End endUntold(SessionKey key) {
        RemoveResult result = store.remove(key, SessionTake.anyway(0, clock.millis(), false));
        if (result instanceof Unavailable) {
            return End.UNANSWERED;
        }
        return result instanceof RemoveResult.Removed ? End.ENDED_UNTOLD : End.NOT_FOUND;
    }
}
