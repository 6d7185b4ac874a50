package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.remora.session.AttributeChange;
import org.remora.session.AttributeTable;
import org.remora.session.IdHash;
import org.remora.session.SessionChanges;
import org.remora.session.SessionDelta;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionTake;

/**
 * How the values of {@code org.remora.session} are written. Times and versions take eight bytes, the rest is made of
 * {@link WireParts}; no bytes are a tombstone.
 */
final class Wire {

    static final SessionRecord NO_RECORD = SessionRecord.blank("", new IdHash(0, 0), 0);
    static final SessionDelta NO_DELTA = new SessionDelta(0, 0, 0, OptionalInt.empty(), Optional.empty(), List.of());

    static final Object[] NO_ARGUMENTS = {};

    private static final byte HAS_TIMEOUT = 1;
    private static final byte HAS_NEW_ID = 2;
    private static final byte HAS_GUARDED = 4;

    private static final byte ONLY_IF_OVER = 1;
    private static final byte BY_MAKER = 2;

    private static final byte[] TOMBSTONE = {};

    private Wire() {}

    static void writeRecord(ObjectDataOutput out, SessionRecord stored) throws IOException {
        WireParts.writeName(out, stored.application());
        WireParts.writeId(out, stored.id());
        out.writeLong(stored.createdMillis());
        out.writeLong(stored.accessedMillis());
        out.writeInt(stored.maxInactiveSeconds());
        out.writeInt(stored.maxLifetimeSeconds());
        out.writeLong(stored.version());
        out.writeLong(stored.idVersion());
        out.writeLong(stored.timeoutVersion());
        writeTable(out, stored.attributes());
    }

    static SessionRecord readRecord(ObjectDataInput in) throws IOException {
        return new SessionRecord(
                WireParts.readName(in),
                WireParts.readId(in),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                readTable(in));
    }

    static void writeDelta(ObjectDataOutput out, SessionDelta delta) throws IOException {
        out.writeLong(delta.baseVersion());
        out.writeLong(delta.sentMillis());
        WireParts.writeDifference(out, delta.sentMillis() - delta.accessedMillis());
        writeContent(out, delta);
    }

    static SessionDelta readDelta(ObjectDataInput in) throws IOException {
        long baseVersion = in.readLong();
        long sentMillis = in.readLong();
        return readContent(in, baseVersion, sentMillis, sentMillis - WireParts.readDifference(in));
    }

    /** A delta without its version and times. */
    static void writeContent(ObjectDataOutput out, SessionDelta delta) throws IOException {
        out.writeByte((delta.maxInactiveSeconds().isPresent() ? HAS_TIMEOUT : 0)
                | (delta.renamed().isPresent() ? HAS_NEW_ID : 0)
                | (delta.guarded().isEmpty() ? 0 : HAS_GUARDED));
        if (delta.maxInactiveSeconds().isPresent()) {
            out.writeInt(delta.maxInactiveSeconds().getAsInt());
        }
        if (delta.renamed().isPresent()) {
            WireParts.writeId(out, delta.renamed().get());
        }
        WireParts.writeCount(out, delta.changes().size());
        for (AttributeChange change : delta.changes()) {
            WireParts.writeName(out, change.name());
            WireParts.writeBytes(out, change instanceof AttributeChange.Written written ? written.bytes() : TOMBSTONE);
        }
        if (!delta.guarded().isEmpty()) {
            writeGuarded(out, delta.guarded());
        }
    }

    static SessionDelta readContent(ObjectDataInput in, long baseVersion, long sentMillis, long accessedMillis)
            throws IOException {
        byte flags = in.readByte();
        OptionalInt timeout = (flags & HAS_TIMEOUT) != 0 ? OptionalInt.of(in.readInt()) : OptionalInt.empty();
        Optional<IdHash> newId = (flags & HAS_NEW_ID) != 0 ? Optional.of(WireParts.readId(in)) : Optional.empty();
        List<AttributeChange> changes = readChanges(in);
        Set<String> guarded = (flags & HAS_GUARDED) != 0 ? readGuarded(in) : Set.of();
        return new SessionDelta(baseVersion, sentMillis, accessedMillis, timeout, newId, changes, guarded);
    }

    private static void writeGuarded(ObjectDataOutput out, Set<String> guarded) throws IOException {
        WireParts.writeCount(out, guarded.size());
        for (String name : new TreeSet<>(guarded)) {
            WireParts.writeName(out, name);
        }
    }

    private static Set<String> readGuarded(ObjectDataInput in) throws IOException {
        Set<String> guarded = new HashSet<>();
        for (int left = WireParts.readCount(in); left > 0; left--) {
            guarded.add(WireParts.readName(in));
        }
        return guarded;
    }

    private static List<AttributeChange> readChanges(ObjectDataInput in) throws IOException {
        int count = WireParts.readCount(in);
        List<AttributeChange> changes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = WireParts.readName(in);
            byte[] bytes = WireParts.readBytes(in);
            changes.add(
                    bytes.length == 0 ? new AttributeChange.Removed(name) : new AttributeChange.Written(name, bytes));
        }
        return changes;
    }

    static void writeChanges(ObjectDataOutput out, SessionChanges changes) throws IOException {
        out.writeLong(changes.version());
        out.writeLong(changes.createdMillis());
        out.writeLong(changes.accessedMillis());
        out.writeInt(changes.maxInactiveSeconds());
        out.writeBoolean(changes.complete());
        writeTable(out, changes.attributes());
    }

    static SessionChanges readChangesSince(ObjectDataInput in) throws IOException {
        return new SessionChanges(
                in.readLong(), in.readLong(), in.readLong(), in.readInt(), in.readBoolean(), readTable(in));
    }

    static void writeLook(ObjectDataOutput out, SessionLook look) throws IOException {
        WireParts.writeId(out, look.id());
        out.writeLong(look.sinceVersion());
        out.writeLong(look.nowMillis());
        boolean usedNow = look.usedMillis() == look.nowMillis();
        out.writeBoolean(usedNow);
        if (!usedNow) {
            out.writeLong(look.usedMillis());
        }
    }

    static SessionLook readLook(ObjectDataInput in) throws IOException {
        IdHash id = WireParts.readId(in);
        long sinceVersion = in.readLong();
        long nowMillis = in.readLong();
        return new SessionLook(id, sinceVersion, nowMillis, in.readBoolean() ? nowMillis : in.readLong());
    }

    static void writeTake(ObjectDataOutput out, SessionTake take) throws IOException {
        out.writeByte((take.overAtMillis().isPresent() ? ONLY_IF_OVER : 0) | (take.byMaker() ? BY_MAKER : 0));
        out.writeLong(take.sinceVersion());
        out.writeLong(take.nowMillis());
        if (take.overAtMillis().isPresent()) {
            out.writeLong(take.overAtMillis().getAsLong());
            out.writeInt(take.maxIdleSeconds());
        }
    }

    static SessionTake readTake(ObjectDataInput in) throws IOException {
        byte flags = in.readByte();
        long sinceVersion = in.readLong();
        long nowMillis = in.readLong();
        if ((flags & ONLY_IF_OVER) == 0) {
            return SessionTake.anyway(sinceVersion, nowMillis, (flags & BY_MAKER) != 0);
        }
        return SessionTake.overdue(sinceVersion, in.readLong(), in.readInt(), nowMillis);
    }

    static void writeKeys(ObjectDataOutput out, List<SessionKey> keys) throws IOException {
        WireParts.writeCount(out, keys.size());
        for (SessionKey key : keys) {
            out.writeLong(key.high());
            out.writeLong(key.low());
        }
    }

    static List<SessionKey> readKeys(ObjectDataInput in) throws IOException {
        int count = WireParts.readCount(in);
        List<SessionKey> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(new SessionKey(in.readLong(), in.readLong()));
        }
        return keys;
    }

    static void writeProcessor(ObjectDataOutput out, IdentifiedDataSerializable processor) throws IOException {
        out.writeByte(processor.getClassId());
        processor.writeData(out);
    }

    static IdentifiedDataSerializable readProcessor(ObjectDataInput in) throws IOException {
        IdentifiedDataSerializable processor = WireTypes.make(in.readByte());
        processor.readData(in);
        return processor;
    }

    private static void writeTable(ObjectDataOutput out, AttributeTable table) throws IOException {
        WireParts.writeCount(out, table.rows());
        out.writeLong(table.forgottenVersion());
        for (int row = 0; row < table.rows(); row++) {
            WireParts.writeName(out, table.name(row));
            WireParts.writeBytes(out, table.bytes(row));
            out.writeLong(table.version(row));
        }
    }

    private static AttributeTable readTable(ObjectDataInput in) throws IOException {
        int rows = WireParts.readCount(in);
        long forgottenVersion = in.readLong();
        String[] names = new String[rows];
        byte[][] values = new byte[rows][];
        long[] versions = new long[rows];
        for (int row = 0; row < rows; row++) {
            names[row] = WireParts.readName(in);
            values[row] = WireParts.readBytes(in);
            versions[row] = in.readLong();
        }
        return AttributeTable.ofRows(names, values, versions, forgottenVersion);
    }
}
