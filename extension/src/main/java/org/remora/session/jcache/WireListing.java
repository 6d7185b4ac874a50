package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.List;
import org.remora.hazelcast.WirePage;
import org.remora.session.SessionListing;
import org.remora.session.SessionSummary;

/** A page of a node's sessions, on its way. */
final class WireListing extends WirePage<SessionSummary> {

    WireListing() {
        this(new SessionListing(List.of(), 0));
    }

    WireListing(SessionListing listing) {
        super(listing.sessions(), listing.total());
    }

    SessionListing listing() {
        return new SessionListing(rows(), total());
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.LISTING.id();
    }

    @Override
    protected void writeCount(ObjectDataOutput out, int count) throws IOException {
        WireParts.writeCount(out, count);
    }

    @Override
    protected int readCount(ObjectDataInput in) throws IOException {
        return WireParts.readCount(in);
    }

    @Override
    protected void write(ObjectDataOutput out, SessionSummary session) throws IOException {
        WireParts.writeText(out, session.id());
        WireParts.writeName(out, session.application());
        WireParts.writeText(out, session.login());
        out.writeLong(session.createdMillis());
        out.writeLong(session.accessedMillis());
        out.writeInt(session.maxInactiveSeconds());
        out.writeInt(session.attributes());
        out.writeLong(session.bytes());
    }

    @Override
    protected SessionSummary read(ObjectDataInput in) throws IOException {
        return new SessionSummary(
                WireParts.readText(in),
                WireParts.readName(in),
                WireParts.readText(in),
                "",
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readLong());
    }
}
