package org.remora.session.jcache;

import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.internal.util.ConcurrencyUtil;
import com.hazelcast.spi.impl.InternalCompletableFuture;
import com.hazelcast.spi.impl.NodeEngine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices that two halves of a split cluster meet, on either side, and when they are one again.
 *
 * <p>A member that comes may be new, or the first of another half with sessions to bring; whoever sees it come asks it
 * until it has brought them all. A member that does not answer is believed to bring nothing after {@link #LONGEST}.
 */
final class MergeWatch implements MembershipListener, LifecycleListener, HazelcastInstanceAware {

    static final Duration LONGEST = Duration.ofMinutes(2);

    private static final long PAUSE_MILLIS = 100;
    private static final long ANSWER_TIMEOUT_MILLIS = 5_000;

    private @Nullable HazelcastInstanceImpl instance;

    @Override
    public void setHazelcastInstance(HazelcastInstance local) {
        this.instance = (HazelcastInstanceImpl) local;
    }

    @Override
    public void stateChanged(LifecycleEvent event) {
        switch (event.getState()) {
            case MERGING -> merges().began();
            case MERGED, MERGE_FAILED -> merges().ended();
            default -> {
                return; // of starting and stopping others take care
            }
        }
    }

    @Override
    public void memberAdded(MembershipEvent event) {
        Member member = event.getMember();
        if (member.localMember()) {
            return;
        }
        merges().lost().back(member.getAddress());
        merges().unsettled(member.getUuid());
        ask(member, nowMillis() + LONGEST.toMillis());
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
        Member member = event.getMember();
        merges().lost().lost(member.getAddress(), nowMillis());
        merges().settled(member.getUuid());
    }

    private void ask(Member member, long untilMillis) {
        InternalCompletableFuture<Long> answer = engine().getOperationService()
                .createInvocationBuilder(ICacheService.SERVICE_NAME, new MergeStateOperation(), member.getAddress())
                .setCallTimeout(ANSWER_TIMEOUT_MILLIS)
                .invoke();
        Object unused = answer.whenCompleteAsync(
                (state, failure) ->
                        answered(member, failure == null ? state : MergeStateOperation.MERGING, untilMillis),
                ConcurrencyUtil.CALLER_RUNS);
    }

    private void answered(Member member, long state, long untilMillis) {
        boolean isMember = engine().getClusterService().getMember(member.getUuid()) != null;
        if (state == MergeStateOperation.MERGING && isMember && nowMillis() < untilMillis) {
            Object unused = engine().getExecutionService()
                    .schedule(() -> ask(member, untilMillis), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        merges().lost().heardOf(state);
        merges().settled(member.getUuid());
    }

    /** The time of the cluster, which is that of its oldest member's clock. */
    private long nowMillis() {
        return engine().getClusterService().getClusterClock().getClusterTime();
    }

    private Merges merges() {
        return Merges.of(local());
    }

    private NodeEngine engine() {
        return local().node.getNodeEngine();
    }

    private HazelcastInstanceImpl local() {
        if (instance == null) {
            throw new IllegalStateException("The watch belongs to no member yet");
        }
        return instance;
    }
}
