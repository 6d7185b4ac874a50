package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.impl.operationservice.Operation;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.remora.jobs.run.PeerReceiver;

/** Says something to a node about jobs. */
abstract class NodeOperation extends Operation implements IdentifiedDataSerializable {

    private UUID sender;

    NodeOperation(UUID sender) {
        this.sender = sender;
    }

    UUID sender() {
        return sender;
    }

    /** The node that this has come to; empty while it starts. */
    Optional<PeerReceiver> receiver() {
        return GridJobs.receiver(getNodeEngine().getHazelcastInstance());
    }

    @Override
    public final int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        WireParts.writeId(out, sender);
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        sender = WireParts.readId(in);
    }
}
