package org.remora.session.codec;

import java.util.Optional;

/** The built-in codec: short forms for the most common JDK values, Java serialization for everything else. */
public final class StandardCodec implements AttributeCodec {

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
        Optional<byte[]> compact = CompactValues.encode(value);
        return compact.isPresent() ? compact.get() : serialization.encode(value);
    }

    @Override
    public Object decode(byte[] bytes) throws UnreadableAttributeException {
        if (bytes.length == 0) {
            throw new UnreadableAttributeException("An attribute without bytes");
        }
        return bytes[0] == ValueTag.JAVA_SERIALIZATION ? serialization.decode(bytes) : CompactValues.decode(bytes);
    }
}
