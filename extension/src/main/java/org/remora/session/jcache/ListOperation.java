package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import org.remora.session.SessionQuery;

/** Asks a node for a page of the sessions that it owns. */
final class ListOperation extends AdminOperation {

    private SessionQuery query;

    ListOperation() {
        this(new SessionQuery("", "", "", "", 1));
    }

    ListOperation(SessionQuery query) {
        this.query = query;
    }

    @Override
    void answer() {
        sendResponse(new WireListing(new OwnedSessions(getNodeEngine()).list(query)));
    }

    @Override
    public int getClassId() {
        return WireTypes.LIST.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        WireParts.writeText(out, query.application());
        WireParts.writeText(out, query.login());
        WireParts.writeText(out, query.idBegin());
        WireParts.writeText(out, query.after());
        out.writeInt(query.limit());
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        query = new SessionQuery(
                WireParts.readText(in),
                WireParts.readText(in),
                WireParts.readText(in),
                WireParts.readText(in),
                in.readInt());
    }
}
