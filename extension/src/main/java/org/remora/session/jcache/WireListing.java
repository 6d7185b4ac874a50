package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.remora.session.SessionListing;
import org.remora.session.SessionSummary;

/** A page of a node's sessions, on its way. */
final class WireListing implements IdentifiedDataSerializable {

    private SessionListing listing;

    WireListing() {
        this(new SessionListing(List.of(), 0));
    }

    WireListing(SessionListing listing) {
        this.listing = listing;
    }

    SessionListing listing() {
        return listing;
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
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(listing.total());
        WireParts.writeCount(out, listing.sessions().size());
        for (SessionSummary session : listing.sessions()) {
            WireParts.writeText(out, session.id());
            WireParts.writeName(out, session.application());
            WireParts.writeText(out, session.login());
            out.writeLong(session.createdMillis());
            out.writeLong(session.accessedMillis());
            out.writeInt(session.maxInactiveSeconds());
            out.writeInt(session.attributes());
            out.writeLong(session.bytes());
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        long total = in.readLong();
        int count = WireParts.readCount(in);
        List<SessionSummary> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(new SessionSummary(
                    WireParts.readText(in),
                    WireParts.readName(in),
                    WireParts.readText(in),
                    "",
                    in.readLong(),
                    in.readLong(),
                    in.readInt(),
                    in.readInt(),
                    in.readLong()));
        }
        listing = new SessionListing(sessions, total);
    }
}
