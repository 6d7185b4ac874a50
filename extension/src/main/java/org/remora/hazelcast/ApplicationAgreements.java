package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.operationservice.impl.InvocationFuture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.remora.cluster.Agreement;

/**
 * Compares what this node's applications go by with what they go by on the other members, and reports where they
 * differ: when an application starts, and when a member comes.
 *
 * <p>Whoever asks says what it goes by itself, so that both sides know. May be used from any thread.
 */
final class ApplicationAgreements {

    private static final String PLACE = "org.remora.hazelcast.ApplicationAgreements";

    private final ConcurrentMap<String, Agreement> own = new ConcurrentHashMap<>();
    private final ConcurrentMap<Counterpart, List<Agreement.Difference>> reported = new ConcurrentHashMap<>();

    /** An application on another member. */
    record Counterpart(UUID member, String application) {}

    private ApplicationAgreements() {}

    /** Those of a node; the same object at every call. */
    static ApplicationAgreements of(HazelcastInstance instance) {
        return (ApplicationAgreements)
                instance.getUserContext().computeIfAbsent(PLACE, key -> new ApplicationAgreements());
    }

    /** An application runs on this node from now on. */
    void started(String application, Agreement agreement, NodeEngine engine) {
        own.put(application, agreement);
        engine.getClusterService().getMembers().stream()
                .filter(member -> !member.localMember())
                .forEach(member -> ask(member, application, agreement, engine));
    }

    /** An application runs on this node no more. */
    void stopped(String application, Agreement agreement) {
        own.remove(application, agreement);
        reported.keySet().removeIf(counterpart -> counterpart.application().equals(application));
    }

    /** A member has come. */
    void joined(Member member, NodeEngine engine) {
        own.forEach((application, agreement) -> ask(member, application, agreement, engine));
    }

    /** A member is gone. */
    void left(Member member) {
        reported.keySet().removeIf(counterpart -> counterpart.member().equals(member.getUuid()));
    }

    /** What an application goes by on this node; nothing if it does not run here. */
    Map<String, String> textsOf(String application) {
        Agreement agreement = own.get(application);
        return agreement == null ? Map.of() : agreement.texts();
    }

    /** Takes note of what an application goes by on a member, which is nothing if it does not run there. */
    void compare(Member member, String application, Map<String, String> theirs) {
        Agreement mine = own.get(application);
        if (mine == null || theirs.isEmpty()) {
            return;
        }
        List<Agreement.Difference> differences = mine.differencesTo(new Agreement(theirs));
        List<Agreement.Difference> known = reported.put(new Counterpart(member.getUuid(), application), differences);
        differences.stream()
                .filter(each -> known == null || !known.contains(each))
                .forEach(each -> NodeLog.applicationsDiffer(application, each, HazelcastNode.nodeName(member)));
    }

    /** Where applications differ at the moment, as far as it is known. */
    Map<Counterpart, List<Agreement.Difference>> differences() {
        return Map.copyOf(reported);
    }

    private void ask(Member member, String application, Agreement agreement, NodeEngine engine) {
        InvocationFuture<Map<String, String>> answer = engine.getOperationService()
                .createInvocationBuilder(
                        ClusterServiceImpl.SERVICE_NAME,
                        new AgreementOperation(application, agreement.texts()),
                        member.getAddress())
                .invoke();
        CompletableFuture<Void> compared = answer.thenAccept(theirs -> compare(member, application, theirs));
        // A member that is gone, or frozen for longer than Hazelcast waits, is compared with when it comes again.
        Object unused = compared.whenComplete((nothing, failure) -> {
            if (failure != null) {
                NodeLog.notAnswered(HazelcastNode.nodeName(member), failure);
            }
        });
    }
}
