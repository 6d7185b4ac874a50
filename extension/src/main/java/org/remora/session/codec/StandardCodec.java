package org.remora.session.codec;

import java.util.ConcurrentModificationException;
import java.util.Optional;

/**
 * The built-in codec: short forms for common values of the JDK and lists and maps of them, Java serialization for
 * everything else.
 */
public final class StandardCodec implements AttributeCodec {

    /** The first byte of what is encrypted, and of nothing that a codec makes. */
    public static final byte SEALED = 25;

    private static final byte[] NOTHING = {};

    private final JavaSerialization serialization;

    /**
     * Makes the codec of one application.
     *
     * @param loader loads the application's classes
     * @param serialFilter a pattern (JEP 290) that decides before the built-in rules do
     */
    public StandardCodec(ClassLoader loader, Optional<String> serialFilter) {
        this.serialization = new JavaSerialization(loader, new SerialFilter(serialFilter));
    }

    @Override
    public byte[] encode(Object value) throws NotStorableException {
        return encodeAgain(value, NOTHING);
    }

    @Override
    public byte[] encodeAgain(Object value, byte[] before) throws NotStorableException {
        try {
            EncodedOutput compact = new EncodedOutput(before);
            if (CompactWriter.write(value, compact)) {
                return compact.result();
            }
        } catch (ConcurrentModificationException e) {
            throw JavaSerialization.disturbed(value, e);
        }
        EncodedOutput serialized = new EncodedOutput(before);
        serialization.encode(value, serialized);
        return serialized.result();
    }

    @Override
    public Object decode(byte[] bytes) throws UnreadableAttributeException {
        if (bytes.length == 0) {
            throw new UnreadableAttributeException("An attribute without bytes");
        }
        if (bytes[0] == ValueTag.APPLICATION_CODEC) {
            throw new UnreadableAttributeException("A codec of the application has made it that is not here");
        }
        if (bytes[0] == ValueTag.SEALED) {
            throw new UnreadableAttributeException(
                    "It is not encrypted with a remora.cluster.secret that this node has");
        }
        return bytes[0] == ValueTag.JAVA_SERIALIZATION ? serialization.decode(bytes) : CompactReader.read(bytes);
    }
}
