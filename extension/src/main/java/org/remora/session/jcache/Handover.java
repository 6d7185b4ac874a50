package org.remora.session.jcache;

import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.cluster.Member;
import com.hazelcast.internal.util.ConcurrencyUtil;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.executionservice.ExecutionService;
import com.hazelcast.spi.impl.operationservice.impl.InvocationFuture;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.remora.session.SessionKey;
import org.remora.session.SessionsOnNode;

/**
 * Finds a node that runs an application, and has it end overdue sessions.
 *
 * <p>This node comes first. Otherwise the members are asked one after the other, one at each call, and whoever runs the
 * application is asked again the next time.
 */
final class Handover {

    private final NodeEngine engine;
    private final NodeApplications here;
    private final ConcurrentMap<String, Search> searches = new ConcurrentHashMap<>();

    Handover(NodeEngine engine) {
        this.engine = engine;
        this.here = NodeApplications.of(engine.getHazelcastInstance());
    }

    /** Hands sessions over; false if no member runs the application. */
    boolean end(String application, Overdue overdue, List<SessionKey> keys) {
        Optional<SessionsOnNode> local = here.find(application);
        if (local.isPresent()) {
            int unused = overdue.offer(keys, local.get());
            return true;
        }
        List<Member> others = engine.getClusterService().getMembers().stream()
                .filter(member -> !member.localMember())
                .toList();
        Search search = searches.computeIfAbsent(application, name -> new Search());
        boolean hopeless = search.misses.get() >= others.size();
        if (!others.isEmpty()) {
            send(others.get(search.next(others.size())), new EndOverdueOperation(application, overdue, keys), search);
        }
        return !hopeless;
    }

    /** Reminds the node that has taken sessions of them; says later if it does not run the application any more. */
    void remind(Member taker, String application, Overdue overdue, List<SessionKey> keys, Runnable notThere) {
        if (taker.localMember()) {
            here.find(application).ifPresentOrElse(sessions -> overdue.offer(keys, sessions), notThere);
            return;
        }
        // The thread that brings the answer may not ask anybody else.
        Object unused = sent(taker, new EndOverdueOperation(application, overdue, keys))
                .whenCompleteAsync(
                        (accepted, failure) -> {
                            if (failure == null && accepted == EndOverdueOperation.NOT_HERE) {
                                notThere.run();
                            }
                        },
                        engine.getExecutionService().getExecutor(ExecutionService.ASYNC_EXECUTOR));
    }

    private void send(Member member, EndOverdueOperation operation, Search search) {
        Object unused = sent(member, operation)
                .whenCompleteAsync(
                        (accepted, failure) -> search.answered(failure == null && accepted >= 0),
                        ConcurrencyUtil.CALLER_RUNS);
    }

    private InvocationFuture<Integer> sent(Member member, EndOverdueOperation operation) {
        return engine.getOperationService()
                .createInvocationBuilder(ICacheService.SERVICE_NAME, operation, member.getAddress())
                .invoke();
    }

    /** Which member is asked, and how many in a row have said no. */
    private static final class Search {

        private final AtomicInteger place = new AtomicInteger();
        private final AtomicInteger misses = new AtomicInteger();

        int next(int members) {
            return Math.floorMod(place.get(), members);
        }

        void answered(boolean runsIt) {
            if (runsIt) {
                misses.set(0);
            } else {
                misses.incrementAndGet();
                place.incrementAndGet();
            }
        }
    }
}
