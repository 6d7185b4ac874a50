package org.remora.jobs.hazelcast;

import com.hazelcast.cluster.Address;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import com.hazelcast.spi.impl.NodeEngine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.remora.jobs.run.JobAsk;
import org.remora.jobs.run.JobNews;
import org.remora.jobs.run.JobOffer;
import org.remora.jobs.run.JobPeers;
import org.remora.jobs.run.PeerReceiver;

/** The members of the cluster, by operations. */
final class MemberPeers implements JobPeers {

    private static final long ANSWER_TIMEOUT_MILLIS = 5_000;

    private final NodeEngine engine;

    MemberPeers(NodeEngine engine) {
        this.engine = engine;
    }

    @Override
    public UUID self() {
        return engine.getClusterService().getThisUuid();
    }

    @Override
    public Set<UUID> members() {
        return engine.getClusterService().getMembers().stream()
                .map(Member::getUuid)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean owns(UUID member, int partition) {
        Address owner = engine.getPartitionService().getPartition(partition).getOwnerOrNull();
        return owner != null && whereIs(member).filter(owner::equals).isPresent();
    }

    @Override
    public CompletionStage<List<JobOffer>> ask(UUID owner, JobAsk ask) {
        if (owner.equals(self())) {
            return CompletableFuture.completedFuture(
                    here().map(node -> node.asked(owner, ask)).orElse(List.of()));
        }
        Optional<Address> address = whereIs(owner);
        if (address.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        try {
            return engine.getOperationService()
                    .createInvocationBuilder(
                            ClusterServiceImpl.SERVICE_NAME, new AskOperation(self(), ask), address.get())
                    .setTryCount(1)
                    .setCallTimeout(ANSWER_TIMEOUT_MILLIS)
                    .<WireOffers>invoke()
                    .thenApplyAsync(WireOffers::offers, Runnable::run);
        } catch (HazelcastInstanceNotActiveException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void hint(UUID member, String application) {
        if (member.equals(self())) {
            hereDo(node -> node.hinted(member, application));
        } else {
            send(member, new HintOperation(self(), application));
        }
    }

    @Override
    public void tell(UUID member, JobNews news) {
        if (member.equals(self())) {
            hereDo(node -> node.told(news));
        } else {
            send(member, new NewsOperation(self(), news));
        }
    }

    private void send(UUID member, NodeOperation operation) {
        whereIs(member).ifPresent(address -> {
            boolean unused = engine.getOperationService().send(operation, address);
        });
    }

    private void hereDo(Consumer<PeerReceiver> action) {
        here().ifPresent(action);
    }

    private Optional<PeerReceiver> here() {
        return GridJobs.receiver(engine.getHazelcastInstance());
    }

    private Optional<Address> whereIs(UUID member) {
        return Optional.ofNullable(engine.getClusterService().getMember(member)).map(Member::getAddress);
    }
}
