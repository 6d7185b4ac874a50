package org.remora.session.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The codecs of an application in their order, and the built-in one behind them.
 *
 * <p>What one of the application's codecs encodes is its name and its bytes, so that codecs can be added, and replaced
 * under another name, while old bytes are still there.
 */
public final class ApplicationCodecs implements AttributeCodec {

    private static final byte[] NOTHING = {};

    private final List<AttributeCodec> codecs;
    private final AttributeCodec builtIn;

    private ApplicationCodecs(List<AttributeCodec> codecs, AttributeCodec builtIn) {
        this.codecs = List.copyOf(codecs);
        this.builtIn = builtIn;
    }

    /**
     * The codecs that an application names as services.
     *
     * @param loader the application's class loader
     * @param builtIn encodes what they do not accept
     * @return all of them as one
     * @throws IllegalStateException if two have the same name
     * @throws java.util.ServiceConfigurationError if one cannot be made
     */
    public static AttributeCodec of(ClassLoader loader, AttributeCodec builtIn) {
        List<AttributeCodec> codecs = new ArrayList<>();
        ServiceLoader.load(AttributeCodec.class, loader).forEach(codecs::add);
        return of(codecs, builtIn);
    }

    static AttributeCodec of(List<AttributeCodec> codecs, AttributeCodec builtIn) {
        long names = codecs.stream().map(AttributeCodec::name).distinct().count();
        if (names < codecs.size()) {
            throw new IllegalStateException("Two codecs for session attributes have the same name: "
                    + codecs.stream().map(AttributeCodec::name).toList());
        }
        return codecs.isEmpty() ? builtIn : new ApplicationCodecs(codecs, builtIn);
    }

    @Override
    public byte[] encode(Object value) throws NotStorableException {
        return encodeAgain(value, NOTHING);
    }

    @Override
    public byte[] encodeAgain(Object value, byte[] before) throws NotStorableException {
        Optional<AttributeCodec> own = codecFor(value);
        if (own.isEmpty()) {
            return builtIn.encodeAgain(value, before);
        }
        EncodedOutput out = new EncodedOutput(before);
        byte[] name = own.get().name().getBytes(UTF_8);
        out.write(ValueTag.APPLICATION_CODEC);
        out.writeCount(name.length);
        out.writeBytes(name);
        out.writeBytes(encodedBy(own.get(), value));
        return out.result();
    }

    private Optional<AttributeCodec> codecFor(Object value) {
        return codecs.stream().filter(codec -> codec.accepts(value)).findFirst();
    }

    private static byte[] encodedBy(AttributeCodec codec, Object value) throws NotStorableException {
        try {
            return codec.encode(value);
        } catch (RuntimeException | LinkageError e) {
            throw new NotStorableException(
                    "Class " + value.getClass().getName() + " cannot be encoded by the codec " + codec.name() + ": "
                            + e,
                    e);
        }
    }

    @Override
    public Object decode(byte[] bytes) throws UnreadableAttributeException {
        if (bytes.length == 0 || bytes[0] != ValueTag.APPLICATION_CODEC) {
            return builtIn.decode(bytes);
        }
        EncodedInput in = new EncodedInput(bytes);
        try {
            in.readByte();
            String name = new String(in.readBytes(in.readCount(1)), UTF_8);
            return decodedBy(codecOf(name), in.readBytes(in.remaining()));
        } catch (BufferUnderflowException e) {
            throw new UnreadableAttributeException("The name of a codec is cut off", e);
        }
    }

    private AttributeCodec codecOf(String name) throws UnreadableAttributeException {
        return codecs.stream()
                .filter(codec -> codec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableAttributeException("There is no codec " + name + " here"));
    }

    private static Object decodedBy(AttributeCodec codec, byte[] bytes) throws UnreadableAttributeException {
        try {
            return codec.decode(bytes);
        } catch (RuntimeException | LinkageError e) {
            throw new UnreadableAttributeException(
                    "The codec " + codec.name() + " fails: " + e.getClass().getName(), e);
        }
    }
}
