package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.remora.session.SessionKey;
import org.remora.session.SessionsOnNode;

/** Has a node end a session for an administrator; answers one of the numbers below. */
final class EndOperation extends AdminOperation {

    /** The application does not run there. */
    static final int NOT_HERE = 0;

    /** It has ended there, and the application was told. */
    static final int ENDED = 1;

    /** Somebody else was faster, or the grid does not answer. */
    static final int NOT_TAKEN = 2;

    private String application;
    private SessionKey key;

    EndOperation() {
        this("", new SessionKey(0, 0));
    }

    EndOperation(String application, SessionKey key) {
        this.application = application;
        this.key = key;
    }

    @Override
    void answer() {
        Optional<SessionsOnNode> here =
                NodeApplications.of(getNodeEngine().getHazelcastInstance()).find(application);
        if (here.isEmpty()) {
            sendResponse(NOT_HERE);
            return;
        }
        here.get().endNow(key, taken -> sendResponse(taken ? ENDED : NOT_TAKEN));
    }

    @Override
    public int getClassId() {
        return WireTypes.END.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        WireParts.writeName(out, application);
        Wire.writeKeys(out, List.of(key));
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        application = WireParts.readName(in);
        key = Wire.readKeys(in).get(0);
    }
}
