package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.impl.operationservice.Operation;
import java.io.IOException;
import java.util.Optional;
import org.remora.session.SessionsOnNode;

/** Says something to a node about the sessions of one application. */
abstract class NodeOperation extends Operation implements IdentifiedDataSerializable {

    private String application;

    NodeOperation(String application) {
        this.application = application;
    }

    /** The application's sessions, if the application runs on the node that this has come to. */
    final Optional<SessionsOnNode> sessions() {
        return NodeApplications.of(getNodeEngine().getHazelcastInstance()).find(application);
    }

    @Override
    public final int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        WireParts.writeName(out, application);
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        application = WireParts.readName(in);
    }
}
