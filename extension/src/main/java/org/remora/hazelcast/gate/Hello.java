package org.remora.hazelcast.gate;

import java.nio.ByteBuffer;

/**
 * The first message of either side, which follows the mark.
 *
 * @param protocol the version that the side speaks
 * @param secret whether it has a secret
 * @param bytes the whole message: the version, whether there is a secret, and 32 random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Hello(int protocol, boolean secret, byte[] bytes) {

    private static final int RANDOM_BYTES = 32;

    /** The length of the message. */
    static final int LENGTH = Short.BYTES + Byte.BYTES + RANDOM_BYTES;

    static Hello of(Credentials own, Randomness random) {
        ByteBuffer message = ByteBuffer.allocate(LENGTH)
                .putShort((short) own.protocol())
                .put((byte) (own.haveSecret() ? 1 : 0))
                .put(random.bytes(RANDOM_BYTES));
        return new Hello(own.protocol(), own.haveSecret(), message.array());
    }

    static Hello read(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message);
        return new Hello(Short.toUnsignedInt(in.getShort()), in.get() != 0, message.clone());
    }
}
