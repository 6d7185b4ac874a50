package org.remora.invalidation.hazelcast;

import com.hazelcast.cluster.Address;
import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.executionservice.ExecutionService;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.remora.invalidation.FrameReceiver;
import org.remora.invalidation.InvalidationTransport;

/** Sends messages as operations to members, which hand them to the receiver that they have been given. */
public final class MemberTransport implements InvalidationTransport {

    private static final String RECEIVER_KEY = "org.remora.invalidation.hazelcast.receiver";
    private static final int TRIES = 1; // what is lost is found out by the numbers

    private final HazelcastInstance instance;
    private final NodeEngine engine;
    // Answers come on threads of the network, which must not send the next message (OperationHostileThread).
    private final Executor afterwards;

    /**
     * Makes the way to the others.
     *
     * @param instance the node's member, made with a configuration that was {@linkplain #configure prepared}
     */
    public MemberTransport(HazelcastInstance instance) {
        this.instance = instance;
        this.engine = ((HazelcastInstanceProxy) instance).getOriginal().node.getNodeEngine();
        this.afterwards = engine.getExecutionService().getExecutor(ExecutionService.ASYNC_EXECUTOR);
    }

    /**
     * Adds to a member's configuration what it needs to read messages.
     *
     * @param config the configuration
     */
    public static void configure(Config config) {
        config.getSerializationConfig()
                .addDataSerializableFactory(FrameOperation.FACTORY_ID, id -> new FrameOperation());
    }

    @Override
    public Set<UUID> others() {
        return engine.getClusterService().getMembers().stream()
                .filter(member -> !member.localMember())
                .map(Member::getUuid)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void tell(UUID member, byte[] frame) {
        whereIs(member).ifPresent(address -> {
            boolean unused = engine.getOperationService().send(new FrameOperation(sender(), frame, false), address);
        });
    }

    @Override
    public void deliver(UUID member, byte[] frame, Runnable settled) {
        Optional<Address> address = whereIs(member);
        if (address.isEmpty()) {
            settled.run();
            return;
        }
        try {
            Object unused = engine.getOperationService()
                    .createInvocationBuilder(
                            ClusterServiceImpl.SERVICE_NAME, new FrameOperation(sender(), frame, true), address.get())
                    .setTryCount(TRIES)
                    .invoke()
                    .whenCompleteAsync((answer, failure) -> settled.run(), afterwards);
        } catch (HazelcastInstanceNotActiveException stopping) {
            settled.run();
        }
    }

    @Override
    public void receiveBy(FrameReceiver receiver) {
        instance.getUserContext().put(RECEIVER_KEY, receiver);
    }

    /** Does something with the receiver on the node that an operation has come to, if there is one. */
    static boolean receiver(NodeEngine there, Consumer<FrameReceiver> action) {
        Object receiver = there.getHazelcastInstance().getUserContext().get(RECEIVER_KEY);
        if (receiver instanceof FrameReceiver found) {
            action.accept(found);
            return true;
        }
        return false;
    }

    private UUID sender() {
        return engine.getClusterService().getThisUuid();
    }

    private Optional<Address> whereIs(UUID member) {
        return Optional.ofNullable(engine.getClusterService().getMember(member)).map(Member::getAddress);
    }
}
