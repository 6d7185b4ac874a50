package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;

/** Tells a node that there is work for it. */
final class HintOperation extends NodeOperation {

    private String application;

    HintOperation() {
        this(new UUID(0, 0), "");
    }

    HintOperation(UUID sender, String application) {
        super(sender);
        this.application = application;
    }

    @Override
    public void run() {
        receiver().ifPresent(node -> node.hinted(sender(), application));
    }

    @Override
    public boolean returnsResponse() {
        return false;
    }

    @Override
    public int getClassId() {
        return WireTypes.HINT.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        super.writeInternal(out);
        WireParts.writeText(out, application);
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        super.readInternal(in);
        application = WireParts.readText(in);
    }
}
