package org.remora.invalidation.hazelcast;

import com.hazelcast.internal.util.UUIDSerializationUtil;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.exception.CallerNotMemberException;
import com.hazelcast.spi.impl.operationservice.Operation;
import java.io.IOException;
import java.util.UUID;

/** Brings a message to a node; if asked to, it answers when the message is applied. */
final class FrameOperation extends Operation implements IdentifiedDataSerializable {

    static final int FACTORY_ID = 0x52_4E;

    private static final int CLASS_ID = 0;

    private UUID sender;
    private byte[] frame;
    private boolean wantsAnswer;

    FrameOperation() {
        this(new UUID(0, 0), new byte[0], false);
    }

    FrameOperation(UUID sender, byte[] frame, boolean wantsAnswer) {
        this.sender = sender;
        this.frame = frame;
        this.wantsAnswer = wantsAnswer;
    }

    @Override
    public void run() {
        boolean isReceived =
                MemberTransport.receiver(getNodeEngine(), receiver -> receiver.received(sender, frame, this::answer));
        if (!isReceived) {
            answer();
        }
    }

    private void answer() {
        if (wantsAnswer) {
            sendResponse(true);
        }
    }

    /** The answer comes when the message is applied, by whichever thread does that. */
    @Override
    public boolean returnsResponse() {
        return false;
    }

    /** Another member may know of this one before this one knows of it; what it says then it says again. */
    @Override
    public void logError(Throwable failure) {
        if (!(failure instanceof CallerNotMemberException)) {
            super.logError(failure);
        }
    }

    @Override
    public int getFactoryId() {
        return FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return CLASS_ID;
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        UUIDSerializationUtil.writeUUID(out, sender);
        out.writeByteArray(frame);
        out.writeBoolean(wantsAnswer);
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        sender = UUIDSerializationUtil.readUUID(in);
        frame = in.readByteArray();
        wantsAnswer = in.readBoolean();
    }
}
