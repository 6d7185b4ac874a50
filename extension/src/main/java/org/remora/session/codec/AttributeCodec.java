package org.remora.session.codec;

/**
 * Turns attribute values into bytes and back.
 *
 * <p>What a codec guarantees:
 *
 * <ol>
 *   <li>{@code decode(encode(v))} is equal in content to {@code v}, on every node that has the same classes.
 *   <li>Two encodings of a value that did not change are the same bytes, as far as the value's class allows; bytes that
 *       differ without need cost a commit, bytes that are the same lose a change.
 *   <li>The encoding has at least one byte, and the array belongs to the caller.
 * </ol>
 *
 * <p>Called from many threads at once.
 */
public interface AttributeCodec {

    /**
     * Encodes a value.
     *
     * @param value the value
     * @return its bytes
     * @throws NotStorableException if the value, or something it refers to, cannot be encoded
     */
    byte[] encode(Object value) throws NotStorableException;

    /**
     * Decodes a value.
     *
     * @param bytes what {@link #encode} returned, here or on another node
     * @return the value
     * @throws UnreadableAttributeException if the bytes cannot be read on this node
     */
    Object decode(byte[] bytes) throws UnreadableAttributeException;
}
