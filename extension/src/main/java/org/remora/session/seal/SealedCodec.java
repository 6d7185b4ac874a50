package org.remora.session.seal;

import org.remora.session.SessionKey;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * Seals what a codec makes where it belongs to an application and to no session, such as keys of caches on their way to
 * other nodes.
 */
public final class SealedCodec implements AttributeCodec {

    private final AttributeCodec codec;
    private final SessionSeal seal;
    private final String purpose;

    /**
     * A codec whose bytes only nodes with the cluster's secret make and read.
     *
     * @param codec makes what is sealed
     * @param seal the cluster's
     * @param application the application's name, the same on every node
     * @param purpose what the bytes are for; those for another cannot be read
     */
    public SealedCodec(AttributeCodec codec, Seal seal, String application, String purpose) {
        this.codec = codec;
        this.seal = seal.of(SessionKey.ofUser(application, "\n" + purpose));
        this.purpose = purpose;
    }

    @Override
    public String name() {
        return codec.name();
    }

    @Override
    public boolean accepts(Object value) {
        return codec.accepts(value);
    }

    @Override
    public byte[] encode(Object value) throws NotStorableException {
        return seal.seal(purpose, codec.encode(value));
    }

    @Override
    public Object decode(byte[] bytes) throws UnreadableAttributeException {
        return codec.decode(seal.open(purpose, bytes));
    }
}
