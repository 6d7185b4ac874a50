package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import org.remora.session.IdHash;

/**
 * How the parts are written of which the values in {@link Wire} are made: ids, names, bytes and numbers. Counts and
 * differences of times take as many bytes as they need. Without state, but for the pool of names; any thread may call.
 */
final class WireParts {

    private static final long SEVEN_BITS = 0x7F;
    private static final int MORE_FOLLOWS = 0x80;

    private static final NamePool NAMES = new NamePool();

    private WireParts() {}

    static void writeId(ObjectDataOutput out, IdHash id) throws IOException {
        out.writeLong(id.high());
        out.writeLong(id.low());
    }

    static IdHash readId(ObjectDataInput in) throws IOException {
        return new IdHash(in.readLong(), in.readLong());
    }

    static void writeName(ObjectDataOutput out, String name) throws IOException {
        writeBytes(out, NameForm.bytes(name));
    }

    static String readName(ObjectDataInput in) throws IOException {
        return NAMES.pooled(NameForm.name(readBytes(in)));
    }

    /** A text that hardly comes twice. */
    static void writeText(ObjectDataOutput out, String text) throws IOException {
        writeBytes(out, NameForm.bytes(text));
    }

    static String readText(ObjectDataInput in) throws IOException {
        return NameForm.name(readBytes(in));
    }

    static void writeBytes(ObjectDataOutput out, byte[] bytes) throws IOException {
        writeCount(out, bytes.length);
        out.write(bytes);
    }

    static byte[] readBytes(ObjectDataInput in) throws IOException {
        byte[] bytes = new byte[readCount(in)];
        in.readFully(bytes);
        return bytes;
    }

    static void writeCount(ObjectDataOutput out, int count) throws IOException {
        writeNumber(out, count);
    }

    static int readCount(ObjectDataInput in) throws IOException {
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
