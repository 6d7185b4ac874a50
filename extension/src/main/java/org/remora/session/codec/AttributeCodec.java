package org.remora.session.codec;

import java.util.Arrays;

/**
 * Turns attribute values into bytes and back. An application may bring codecs of its own, each named in a file
 * {@code META-INF/services/org.remora.session.codec.AttributeCodec} of its archive and with a public constructor
 * without arguments; the built-in codec encodes what they do not {@linkplain #accepts accept}.
 *
 * <p>What a codec guarantees:
 *
 * <ol>
 *   <li>{@code decode(encode(v))} is equal in content to {@code v}, on every node that has the same classes.
 *   <li>Two encodings of a value that did not change are the same bytes, as far as the value's class allows; bytes that
 *       differ without need cost a commit, bytes that are the same lose a change.
 *   <li>The encoding has at least one byte, and the array belongs to the caller.
 *   <li>A value that it has accepted and bytes that it has made stay readable as long as its {@linkplain #name name}
 *       does not change. On a node that has no codec of that name the attribute counts as absent, and its bytes stay.
 * </ol>
 *
 * <p>Called from many threads at once.
 */
public interface AttributeCodec {

    /**
     * The name that is written in front of the codec's bytes.
     *
     * @return a name that no other codec of the application has, by default that of the class
     */
    default String name() {
        return getClass().getName();
    }

    /**
     * Whether this codec is the one for a value.
     *
     * @param value the value
     * @return false to leave the value to the next codec, the built-in one at last
     */
    default boolean accepts(Object value) {
        return true;
    }

    /**
     * Encodes a value.
     *
     * @param value the value
     * @return its bytes
     * @throws NotStorableException if the value, or something it refers to, cannot be encoded
     */
    byte[] encode(Object value) throws NotStorableException;

    /**
     * Encodes a value again to see whether it has changed.
     *
     * @param value the value
     * @param before its bytes as they were
     * @return the very array {@code before} if the value's bytes are still the same; otherwise its bytes now
     * @throws NotStorableException if the value, or something it refers to, cannot be encoded
     */
    default byte[] encodeAgain(Object value, byte[] before) throws NotStorableException {
        byte[] now = encode(value);
        return Arrays.equals(now, before) ? before : now;
    }

    /**
     * Decodes a value.
     *
     * @param bytes what {@link #encode} returned, here or on another node
     * @return the value
     * @throws UnreadableAttributeException if the bytes cannot be read on this node
     */
    Object decode(byte[] bytes) throws UnreadableAttributeException;
}
