package org.remora.session.jcache;

import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.impl.HeapData;
import com.hazelcast.internal.serialization.impl.SerializationConstants;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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
 * How the values of {@code org.remora.session} are written. Times and versions take eight bytes, counts and differences
 * of times as many as they need; no bytes are a tombstone.
 */
final class Wire {

    static final SessionRecord NO_RECORD = SessionRecord.blank("", new IdHash(0, 0), 0);
    static final SessionDelta NO_DELTA = new SessionDelta(0, 0, 0, OptionalInt.empty(), Optional.empty(), List.of());

    static final Object[] NO_ARGUMENTS = {};

    // A UUID as Hazelcast writes it: no hash of a partition key of its own, the type, the UUID.
    private static final byte[] KEY_HEAD = ByteBuffer.allocate(2 * Integer.BYTES)
            .putInt(Integer.BYTES, SerializationConstants.CONSTANT_TYPE_UUID)
            .array();
    private static final int KEY_BYTES = KEY_HEAD.length + 2 * Long.BYTES;

    private static final byte HAS_TIMEOUT = 1;
    private static final byte HAS_NEW_ID = 2;
    private static final byte HAS_GUARDED = 4;

    private static final byte ONLY_IF_OVER = 1;
    private static final byte BY_MAKER = 2;

    private static final long SEVEN_BITS = 0x7F;
    private static final int MORE_FOLLOWS = 0x80;
    private static final byte[] TOMBSTONE = {};

    private static final NamePool NAMES = new NamePool();

    private Wire() {}

    static void writeRecord(ObjectDataOutput out, SessionRecord stored) throws IOException {
        writeName(out, stored.application());
        writeId(out, stored.id());
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
                readName(in),
                readId(in),
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
        writeDifference(out, delta.sentMillis() - delta.accessedMillis());
        writeContent(out, delta);
    }

    static SessionDelta readDelta(ObjectDataInput in) throws IOException {
        long baseVersion = in.readLong();
        long sentMillis = in.readLong();
        return readContent(in, baseVersion, sentMillis, sentMillis - readDifference(in));
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
            writeId(out, delta.renamed().get());
        }
        writeCount(out, delta.changes().size());
        for (AttributeChange change : delta.changes()) {
            writeName(out, change.name());
            writeBytes(out, change instanceof AttributeChange.Written written ? written.bytes() : TOMBSTONE);
        }
        if (!delta.guarded().isEmpty()) {
            writeGuarded(out, delta.guarded());
        }
    }

    static SessionDelta readContent(ObjectDataInput in, long baseVersion, long sentMillis, long accessedMillis)
            throws IOException {
        byte flags = in.readByte();
        OptionalInt timeout = (flags & HAS_TIMEOUT) != 0 ? OptionalInt.of(in.readInt()) : OptionalInt.empty();
        Optional<IdHash> newId = (flags & HAS_NEW_ID) != 0 ? Optional.of(readId(in)) : Optional.empty();
        List<AttributeChange> changes = readChanges(in);
        Set<String> guarded = (flags & HAS_GUARDED) != 0 ? readGuarded(in) : Set.of();
        return new SessionDelta(baseVersion, sentMillis, accessedMillis, timeout, newId, changes, guarded);
    }

    private static void writeGuarded(ObjectDataOutput out, Set<String> guarded) throws IOException {
        writeCount(out, guarded.size());
        for (String name : new TreeSet<>(guarded)) {
            writeName(out, name);
        }
    }

    private static Set<String> readGuarded(ObjectDataInput in) throws IOException {
        Set<String> guarded = new HashSet<>();
        for (int left = readCount(in); left > 0; left--) {
            guarded.add(readName(in));
        }
        return guarded;
    }

    private static List<AttributeChange> readChanges(ObjectDataInput in) throws IOException {
        int count = readCount(in);
        List<AttributeChange> changes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = readName(in);
            byte[] bytes = readBytes(in);
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
        writeId(out, look.id());
        out.writeLong(look.sinceVersion());
        out.writeLong(look.nowMillis());
        boolean usedNow = look.usedMillis() == look.nowMillis();
        out.writeBoolean(usedNow);
        if (!usedNow) {
            out.writeLong(look.usedMillis());
        }
    }

    static SessionLook readLook(ObjectDataInput in) throws IOException {
        IdHash id = readId(in);
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

    static void writeKey(ObjectDataOutput out, Data key) throws IOException {
        out.write(key.toByteArray(), KEY_HEAD.length, 2 * Long.BYTES);
    }

    static Data readKey(ObjectDataInput in) throws IOException {
        byte[] key = Arrays.copyOf(KEY_HEAD, KEY_BYTES);
        in.readFully(key, KEY_HEAD.length, 2 * Long.BYTES);
        return new HeapData(key);
    }

    static void writeKeys(ObjectDataOutput out, List<SessionKey> keys) throws IOException {
        writeCount(out, keys.size());
        for (SessionKey key : keys) {
            out.writeLong(key.high());
            out.writeLong(key.low());
        }
    }

    static List<SessionKey> readKeys(ObjectDataInput in) throws IOException {
        int count = readCount(in);
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
        writeCount(out, table.rows());
        out.writeLong(table.forgottenVersion());
        for (int row = 0; row < table.rows(); row++) {
            writeName(out, table.name(row));
            writeBytes(out, table.bytes(row));
            out.writeLong(table.version(row));
        }
    }

    private static AttributeTable readTable(ObjectDataInput in) throws IOException {
        int rows = readCount(in);
        long forgottenVersion = in.readLong();
        String[] names = new String[rows];
        byte[][] values = new byte[rows][];
        long[] versions = new long[rows];
        for (int row = 0; row < rows; row++) {
            names[row] = readName(in);
            values[row] = readBytes(in);
            versions[row] = in.readLong();
        }
        return AttributeTable.ofRows(names, values, versions, forgottenVersion);
    }

    private static void writeId(ObjectDataOutput out, IdHash id) throws IOException {
        out.writeLong(id.high());
        out.writeLong(id.low());
    }

    private static IdHash readId(ObjectDataInput in) throws IOException {
        return new IdHash(in.readLong(), in.readLong());
    }

    static void writeName(ObjectDataOutput out, String name) throws IOException {
        writeBytes(out, NameForm.bytes(name));
    }

    static String readName(ObjectDataInput in) throws IOException {
        return NAMES.pooled(NameForm.name(readBytes(in)));
    }

    private static void writeBytes(ObjectDataOutput out, byte[] bytes) throws IOException {
        writeCount(out, bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(ObjectDataInput in) throws IOException {
        byte[] bytes = new byte[readCount(in)];
        in.readFully(bytes);
        return bytes;
    }

    private static void writeCount(ObjectDataOutput out, int count) throws IOException {
        writeNumber(out, count);
    }

    private static int readCount(ObjectDataInput in) throws IOException {
        return (int) readNumber(in);
    }

    /** A number that is mostly near zero, on either side of it: the lowest bit is the sign. */
    static void writeDifference(ObjectDataOutput out, long difference) throws IOException {
        writeNumber(out, (difference << 1) ^ (difference >> (Long.SIZE - 1)));
    }

    static long readDifference(ObjectDataInput in) throws IOException {
        long number = readNumber(in);
        return (number >>> 1) ^ -(number & 1);
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    private static void writeNumber(ObjectDataOutput out, long number) throws IOException {
        long rest = number;
        while ((rest & ~SEVEN_BITS) != 0) {
            out.writeByte((int) (rest & SEVEN_BITS) | MORE_FOLLOWS);
            rest >>>= Byte.SIZE - 1;
        }
        out.writeByte((int) rest);
    }

    private static long readNumber(ObjectDataInput in) throws IOException {
        long number = 0;
        int shift = 0;
        byte part;
        do {
            part = in.readByte();
            number |= (part & SEVEN_BITS) << shift;
            shift += Byte.SIZE - 1;
        } while ((part & MORE_FOLLOWS) != 0);
        return number;
    }
}
