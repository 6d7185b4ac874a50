package org.remora.session.live;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.StandardCodec;
import org.remora.session.codec.UnreadableAttributeException;

/** The built-in codec, counting. */
final class TestCodec implements AttributeCodec {

    private final AttributeCodec codec = new StandardCodec(TestCodec.class.getClassLoader(), Optional.empty());
    private final AtomicInteger encoded = new AtomicInteger();

    /** Values encoded since the last call of this. */
    int newlyEncoded() {
        return encoded.getAndSet(0);
    }

    @Override
    public byte[] encode(Object value) throws NotStorableException {
        encoded.incrementAndGet();
        return codec.encode(value);
    }

    @Override
    public byte[] encodeAgain(Object value, byte[] before) throws NotStorableException {
        encoded.incrementAndGet();
        return codec.encodeAgain(value, before);
    }

    @Override
    public Object decode(byte[] bytes) throws UnreadableAttributeException {
        return codec.decode(bytes);
    }
}
