package org.remora.session.codec;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Takes the bytes of a value and compares them with those that the value had before. As long as they are the same
 * nothing is copied, and in the end the former array is the result.
 */
final class EncodedOutput extends OutputStream {

    private static final int USUAL_SIZE = 512;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE_FOLLOWS = 0x80;

    private final byte[] before;
    private byte[] own = {};
    private boolean differs;
    private int count;

    EncodedOutput(byte[] before) {
        this.before = before;
    }

    @Override
    public void write(int value) {
        if (!differs && count < before.length && before[count] == (byte) value) {
            count++;
            return;
        }
        makeRoom(1);
        own[count++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!differs
                && length <= before.length - count
                && Arrays.equals(before, count, count + length, bytes, offset, offset + length)) {
            count += length;
            return;
        }
        makeRoom(length);
        System.arraycopy(bytes, offset, own, count, length);
        count += length;
    }

    void writeShort(int value) {
        write(value >>> Byte.SIZE);
        write(value);
    }

    void writeInt(int value) {
        writeShort(value >>> Short.SIZE);
        writeShort(value);
    }

    void writeLong(long value) {
        writeInt((int) (value >>> Integer.SIZE));
        writeInt((int) value);
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    void writeCount(int value) {
        int rest = value;
        while (rest > SEVEN_BITS) {
            write((rest & SEVEN_BITS) | MORE_FOLLOWS);
            rest >>>= Byte.SIZE - 1;
        }
        write(rest);
    }

    void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** What was written; the array of before if it is the same. */
    byte[] result() {
        if (differs) {
            return Arrays.copyOf(own, count);
        }
        return count == before.length ? before : Arrays.copyOf(before, count);
    }

    private void makeRoom(int more) {
        if (!differs) {
            differs = true;
            own = Arrays.copyOf(before, Math.max(Math.max(before.length, USUAL_SIZE), count + more));
        } else if (count + more > own.length) {
            own = Arrays.copyOf(own, Math.max(2 * own.length, count + more));
        }
    }
}
