package org.remora.session.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The short forms of the values that sessions hold most often: a {@linkplain ValueTag tag} and the bare content. */
final class CompactValues {

    private CompactValues() {}

    static Optional<byte[]> encode(Object value) {
        if (value instanceof String text) {
            return Optional.of(encodeString(text));
        }
        if (value instanceof Integer number) {
            return Optional.of(
                    tagged(ValueTag.INTEGER, Integer.BYTES).putInt(number).array());
        }
        if (value instanceof Long number) {
            return Optional.of(tagged(ValueTag.LONG, Long.BYTES).putLong(number).array());
        }
        if (value instanceof Double number) {
            return Optional.of(
                    tagged(ValueTag.DOUBLE, Double.BYTES).putDouble(number).array());
        }
        if (value instanceof Boolean truth) {
            return Optional.of(new byte[] {truth ? ValueTag.TRUE : ValueTag.FALSE});
        }
        if (value instanceof byte[] bytes) {
            return Optional.of(
                    tagged(ValueTag.BYTE_ARRAY, bytes.length).put(bytes).array());
        }
        return Optional.empty();
    }

    static Object decode(byte[] encoded) throws UnreadableAttributeException {
        ByteBuffer content = ByteBuffer.wrap(encoded, 1, encoded.length - 1);
        try {
            Object value = decode(encoded, content);
            if (isFixed(encoded[0]) && content.hasRemaining()) {
                throw new UnreadableAttributeException("An attribute of form " + encoded[0] + " is too long");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new UnreadableAttributeException("An attribute of form " + encoded[0] + " is too short", e);
        }
    }

    private static boolean isFixed(byte tag) {
        return tag >= ValueTag.INTEGER && tag <= ValueTag.FALSE;
    }

    private static Object decode(byte[] encoded, ByteBuffer content) throws UnreadableAttributeException {
        return switch (encoded[0]) {
            case ValueTag.LATIN1_STRING -> new String(encoded, 1, encoded.length - 1, ISO_8859_1);
            case ValueTag.UTF16_STRING -> content.asCharBuffer().toString();
            case ValueTag.INTEGER -> content.getInt();
            case ValueTag.LONG -> content.getLong();
            case ValueTag.DOUBLE -> content.getDouble();
            case ValueTag.TRUE -> true;
            case ValueTag.FALSE -> false;
            case ValueTag.BYTE_ARRAY -> rest(content);
            default -> throw new UnreadableAttributeException("Unknown form " + encoded[0] + " of an attribute");
        };
    }

    private static byte[] encodeString(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return encodeUtf16(text);
            }
        }
        return tagged(ValueTag.LATIN1_STRING, text.length())
                .put(text.getBytes(ISO_8859_1))
                .array();
    }

    // Char by char, since an encoder would replace a surrogate that stands alone.
    private static byte[] encodeUtf16(String text) {
        byte[] encoded = new byte[1 + text.length() * Character.BYTES];
        ByteBuffer.wrap(encoded).put(ValueTag.UTF16_STRING).asCharBuffer().put(text);
        return encoded;
    }

    private static ByteBuffer tagged(byte tag, int length) {
        return ByteBuffer.allocate(1 + length).put(tag);
    }

    private static byte[] rest(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }
}
