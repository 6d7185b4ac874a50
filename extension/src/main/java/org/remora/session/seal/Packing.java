package org.remora.session.seal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Makes values smaller where that pays. The first byte says how; what was made smaller has its length behind it. */
final class Packing {

    /** Below that there is nothing to be gained that would be worth the time. */
    private static final int SMALLEST = 512;

    private static final byte AS_IT_IS = 0;
    private static final byte DEFLATED = 1;
    private static final int HEAD_BYTES = 1 + Integer.BYTES;

    private Packing() {}

    static byte[] pack(byte[] value) {
        return value.length < SMALLEST ? asItIs(value) : deflated(value).orElseGet(() -> asItIs(value));
    }

    /** The value, or empty if the bytes are not a packed one. */
    static Optional<byte[]> unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        if (packed.length > 1 && packed[0] == AS_IT_IS) {
            byte[] value = new byte[packed.length - 1];
            in.get(1, value);
            return Optional.of(value);
        }
        return packed.length > HEAD_BYTES && packed[0] == DEFLATED ? inflated(packed, in.getInt(1)) : Optional.empty();
    }

    private static byte[] asItIs(byte[] value) {
        return ByteBuffer.allocate(1 + value.length).put(AS_IT_IS).put(value).array();
    }

    /** Empty if it does not become smaller. */
    private static Optional<byte[]> deflated(byte[] value) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(value);
            deflater.finish();
            byte[] room = new byte[value.length - HEAD_BYTES];
            int length = deflater.deflate(room);
            return deflater.finished()
                    ? Optional.of(ByteBuffer.allocate(HEAD_BYTES + length)
                            .put(DEFLATED)
                            .putInt(value.length)
                            .put(room, 0, length)
                            .array())
                    : Optional.empty();
        } finally {
            deflater.end();
        }
    }

    private static Optional<byte[]> inflated(byte[] packed, int length) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, HEAD_BYTES, packed.length - HEAD_BYTES);
            byte[] value = new byte[length];
            boolean whole = inflater.inflate(value) == length;
            return whole ? Optional.of(value) : Optional.empty();
        } catch (DataFormatException notDeflated) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
