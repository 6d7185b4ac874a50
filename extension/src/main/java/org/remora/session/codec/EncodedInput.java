package org.remora.session.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;

/** Reads what {@link EncodedOutput} took; runs into a {@link BufferUnderflowException} where bytes are missing. */
final class EncodedInput {

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE_FOLLOWS = 0x80;
    private static final int MAX_SHIFT = 28;

    private final byte[] bytes;
    private int position;

    EncodedInput(byte[] bytes) {
        this.bytes = bytes;
    }

    int remaining() {
        return bytes.length - position;
    }

    byte readByte() {
        return bytes[skip(1)];
    }

    short readShort() {
        return (short) ((readByte() << Byte.SIZE) | (readByte() & 0xFF));
    }

    int readInt() {
        return (readShort() << Short.SIZE) | (readShort() & 0xFFFF);
    }

    long readLong() {
        return ((long) readInt() << Integer.SIZE) | (readInt() & 0xFFFF_FFFFL);
    }

    int readCount() {
        int count = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += Byte.SIZE - 1) {
            byte part = readByte();
            count |= (part & SEVEN_BITS) << shift;
            if ((part & MORE_FOLLOWS) == 0) {
                return count;
            }
        }
        throw new BufferUnderflowException();
    }

    /** The number of elements that follow, each of which takes at least so many bytes. */
    int readCount(int leastBytes) {
        int count = readCount();
        if (count < 0 || count > remaining() / leastBytes) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    byte[] readBytes(int length) {
        byte[] read = new byte[length];
        System.arraycopy(bytes, skip(length), read, 0, length);
        return read;
    }

    String readLatin1(int length) {
        return new String(bytes, skip(length), length, ISO_8859_1);
    }

    private int skip(int length) {
        if (length < 0 || length > remaining()) {
            throw new BufferUnderflowException();
        }
        position += length;
        return position - length;
    }
}
