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
import org.jspecify.annotations.Nullable;

/** Asks members side by side, and waits for none for longer than it is told. */
public final class MemberQuestions {

    private MemberQuestions() {}

    /**
     * What a member has said.
     *
     * @param <T> what is answered
     * @param member which
     * @param answer empty if it did not answer in time
     * @param trouble why it did not; empty if it did
     */
    public record Reply<T>(Member member, Optional<T> answer, String trouble) {

        /**
         * Who has answered, or not.
         *
         * @return the name of the member's node
         */
        public String node() {
            return HazelcastNode.nodeName(member);
        }
    }

    private record Asked<T>(Member member, CompletableFuture<@Nullable T> answer) {}

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
            replies.add(awaited(each, untilNanos - System.nanoTime(), longest));
        }
        return replies;
    }

    private static <T> CompletableFuture<@Nullable T> send(
            NodeEngine engine, Member member, Operation question, Duration longest) {
        return PlainFuture.of(engine.getOperationService()
                .createInvocationBuilder(ClusterServiceImpl.SERVICE_NAME, question, member.getAddress())
                .setTryCount(1)
                .setCallTimeout(longest.toMillis())
                .<T>invoke());
    }

    private static <T> Reply<T> awaited(Asked<T> asked, long leftNanos, Duration longest) {
        try {
            T answer = asked.answer().get(Math.max(1, leftNanos), TimeUnit.NANOSECONDS);
            return new Reply<>(asked.member(), Optional.ofNullable(answer), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silent(asked, "interrupted before it answered");
        } catch (ExecutionException e) {
            return silent(asked, "the question failed: " + e.getCause());
        } catch (TimeoutException e) {
            return silent(asked, "no answer within " + longest.toMillis() + " ms");
        }
    }

    private static <T> Reply<T> silent(Asked<T> asked, String trouble) {
        return new Reply<>(asked.member(), Optional.empty(), trouble);
    }
}
