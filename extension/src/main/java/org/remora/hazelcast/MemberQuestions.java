package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.operationservice.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks members side by side, and waits for none for longer than it is told. */
public final class MemberQuestions {

    private MemberQuestions() {}

    /**
     * What a member has said.
     *
     * @param <T> what is answered
     * @param node the name of its node
     * @param answer empty if it did not answer in time
     */
    public record Reply<T>(String node, Optional<T> answer) {}

    private record Asked<T>(Member member, CompletableFuture<T> answer) {}

    /**
     * Asks all members, this one among them.
     *
     * @param <T> what is answered
     * @param instance this node's member
     * @param question a new one for each
     * @param longest how long to wait for all of them
     * @return a reply for each, the oldest member first; none if this member has left
     */
    public static <T> List<Reply<T>> askAll(
            HazelcastInstance instance, Supplier<Operation> question, Duration longest) {
        try {
            return ask(instance, instance.getCluster().getMembers(), question, longest);
        } catch (HazelcastInstanceNotActiveException left) {
            return List.of();
        }
    }

    /**
     * Asks some members.
     *
     * @param <T> what is answered
     * @param instance this node's member
     * @param members whom
     * @param question a new one for each
     * @param longest how long to wait for all of them
     * @return a reply for each, in that order
     */
    public static <T> List<Reply<T>> ask(
            HazelcastInstance instance, Iterable<Member> members, Supplier<Operation> question, Duration longest) {
        NodeEngine engine =
                ((HazelcastInstanceProxy) instance).getOriginal().node.getNodeEngine();
        long untilNanos = System.nanoTime() + longest.toNanos();
        List<Asked<T>> asked = new ArrayList<>();
        for (Member member : members) {
            asked.add(new Asked<>(member, send(engine, member, question.get(), longest)));
        }
        List<Reply<T>> replies = new ArrayList<>();
        for (Asked<T> each : asked) {
            replies.add(new Reply<>(
                    HazelcastNode.nodeName(each.member()), awaited(each.answer(), untilNanos - System.nanoTime())));
        }
        return replies;
    }

    private static <T> CompletableFuture<T> send(
            NodeEngine engine, Member member, Operation question, Duration longest) {
        return engine.getOperationService()
                .createInvocationBuilder(ClusterServiceImpl.SERVICE_NAME, question, member.getAddress())
                .setTryCount(1)
                .setCallTimeout(longest.toMillis())
                .<T>invoke();
    }

    private static <T> Optional<T> awaited(CompletableFuture<T> answer, long leftNanos) {
        try {
            return Optional.ofNullable(answer.get(Math.max(1, leftNanos), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException silent) {
            return Optional.empty(); // which is what the caller is told
        }
    }
}
