package org.remora.arquillian.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Lines and texts of known length from a blocking channel. Not thread-safe. */
final class ByteInput {

    private static final int CAPACITY = 16 * 1024;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CAPACITY).limit(0);
    private final byte[] line = new byte[CAPACITY];

    /** Forgets what was read ahead; for a new connection. */
    void clear() {
        buffer.limit(0);
    }

    /** The next line without its line end. */
    String line(ReadableByteChannel channel) throws IOException {
        int length = 0;
        for (byte next = next(channel); next != '\n'; next = next(channel)) {
            if (length == line.length) {
                throw new ProtocolException("a line of an answer is longer than " + CAPACITY + " bytes");
            }
            line[length++] = next;
        }
        boolean carriageReturn = length > 0 && line[length - 1] == '\r';
        return new String(line, 0, carriageReturn ? length - 1 : length, ISO_8859_1);
    }

    /** The next bytes as a text of as many characters. */
    String text(ReadableByteChannel channel, int bytes) throws IOException {
        byte[] text = new byte[bytes];
        for (int filled = 0; filled < bytes; ) {
            fillIfEmpty(channel);
            int part = Math.min(buffer.remaining(), bytes - filled);
            buffer.get(text, filled, part);
            filled += part;
        }
        return new String(text, ISO_8859_1);
    }

    private byte next(ReadableByteChannel channel) throws IOException {
        fillIfEmpty(channel);
        return buffer.get();
    }

    private void fillIfEmpty(ReadableByteChannel channel) throws IOException {
        if (buffer.hasRemaining()) {
            return;
        }
        buffer.clear();
        int read = channel.read(buffer);
        buffer.flip();
        if (read < 0) {
            throw new EOFException("the server closed the connection before its answer was complete");
        }
    }
}
