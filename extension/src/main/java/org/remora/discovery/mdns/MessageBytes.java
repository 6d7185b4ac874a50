package org.remora.discovery.mdns;

import java.nio.charset.StandardCharsets;

/** A DNS message (RFC 1035, 4.1) that is read from its beginning to its end. */
final class MessageBytes {

    private static final int POINTER = 0xC0;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_POINTERS = 16;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int position;

    MessageBytes(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.start = offset;
        this.end = offset + length;
        this.position = offset;
    }

    int position() {
        return position;
    }

    int number8() throws MalformedMessageException {
        if (position >= end) {
            throw new MalformedMessageException("ends too early");
        }
        return bytes[position++] & 0xFF;
    }

    int number16() throws MalformedMessageException {
        return (number8() << 8) | number8();
    }

    long number32() throws MalformedMessageException {
        return ((long) number16() << 16) | number16();
    }

    void skip(int count) throws MalformedMessageException {
        if (count > end - position) {
            throw new MalformedMessageException("ends too early");
        }
        position += count;
    }

    String text(int length) throws MalformedMessageException {
        int from = position;
        skip(length);
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /**
     * Reads a name: labels, each with a dot behind it. A pointer leads to an earlier place (RFC 1035, 4.1.4); one that
     * leads anywhere else, or too many of them, could lead in a circle.
     */
    String name() throws MalformedMessageException {
        StringBuilder name = new StringBuilder();
        int behind = -1;
        int pointers = 0;
        for (int length = number8(); length > 0; length = number8()) {
            if (length >= POINTER) {
                int target = start + (((length & ~POINTER) << 8) | number8());
                if (target >= position - 2 || ++pointers > MOST_POINTERS) {
                    throw new MalformedMessageException("a name leads in a circle");
                }
                behind = behind < 0 ? position : behind;
                position = target;
            } else if (length < 64 && name.length() + length < LONGEST_NAME) {
                name.append(text(length)).append('.');
            } else {
                throw new MalformedMessageException("a name is too long");
            }
        }
        position = behind < 0 ? position : behind;
        return name.toString();
    }
}
