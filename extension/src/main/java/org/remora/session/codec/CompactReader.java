package org.remora.session.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the short forms. Makes objects of the JDK's values, lists and maps only; no class is loaded by a name in the
 * bytes.
 */
final class CompactReader {

    private static final int MAX_DEPTH = 16;

    private final EncodedInput in;

    private CompactReader(byte[] encoded) {
        this.in = new EncodedInput(encoded);
    }

    static Object read(byte[] encoded) throws UnreadableAttributeException {
        CompactReader reader = new CompactReader(encoded);
        try {
            Object value = reader.read(0);
            if (value == null || reader.in.remaining() > 0) {
                throw new UnreadableAttributeException("An attribute of form " + encoded[0] + " is too long");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new UnreadableAttributeException("An attribute of form " + encoded[0] + " is too short", e);
        } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
            throw new UnreadableAttributeException("An attribute of form " + encoded[0] + " is out of bounds", e);
        }
    }

    private @Nullable Object read(int depth) throws UnreadableAttributeException {
        byte tag = in.readByte();
        return switch (tag) {
            case ValueTag.LATIN1_STRING -> in.readLatin1(length(depth, 1));
            case ValueTag.UTF16_STRING -> readUtf16(length(depth, Character.BYTES));
            case ValueTag.BYTE_ARRAY -> in.readBytes(length(depth, 1));
            case ValueTag.INTEGER -> in.readInt();
            case ValueTag.LONG -> in.readLong();
            case ValueTag.DOUBLE -> Double.longBitsToDouble(in.readLong());
            case ValueTag.TRUE -> true;
            case ValueTag.FALSE -> false;
            case ValueTag.NULL -> null;
            case ValueTag.CHARACTER -> (char) in.readShort();
            case ValueTag.BYTE -> in.readByte();
            case ValueTag.SHORT -> in.readShort();
            case ValueTag.FLOAT -> Float.intBitsToFloat(in.readInt());
            case ValueTag.BIG_INTEGER -> new BigInteger(in.readBytes(in.readCount(1)));
            case ValueTag.BIG_DECIMAL -> readBigDecimal();
            case ValueTag.UUID -> new UUID(in.readLong(), in.readLong());
            case ValueTag.INSTANT -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case ValueTag.DURATION -> Duration.ofSeconds(in.readLong(), in.readInt());
            case ValueTag.LOCAL_DATE -> LocalDate.ofEpochDay(in.readLong());
            case ValueTag.LOCAL_TIME -> LocalTime.ofNanoOfDay(in.readLong());
            case ValueTag.LOCAL_DATE_TIME ->
                LocalDateTime.of(LocalDate.ofEpochDay(in.readLong()), LocalTime.ofNanoOfDay(in.readLong()));
            case ValueTag.ARRAY_LIST -> readList(deeper(depth));
            case ValueTag.HASH_MAP -> readMap(deeper(depth));
            default -> throw new UnreadableAttributeException("Unknown form " + tag + " of an attribute");
        };
    }

    /** Inside of others a value says how long it is; alone it takes what there is. */
    private int length(int depth, int unit) {
        return depth > 0 ? in.readCount(unit) : in.remaining() / unit;
    }

    private String readUtf16(int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) in.readShort();
        }
        return new String(text);
    }

    private BigDecimal readBigDecimal() {
        int scale = in.readInt();
        return new BigDecimal(new BigInteger(in.readBytes(in.readCount(1))), scale);
    }

    private List<@Nullable Object> readList(int depth) throws UnreadableAttributeException {
        int size = in.readCount(1);
        List<@Nullable Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(read(depth));
        }
        return list;
    }

    private Map<@Nullable Object, @Nullable Object> readMap(int depth) throws UnreadableAttributeException {
        int size = in.readCount(2);
        Map<@Nullable Object, @Nullable Object> map = new HashMap<>(size + size / 2 + 1);
        for (int i = 0; i < size; i++) {
            map.put(read(depth), read(depth));
        }
        return map;
    }

    private static int deeper(int depth) throws UnreadableAttributeException {
        if (depth == MAX_DEPTH) {
            throw new UnreadableAttributeException("An attribute's lists and maps are nested too deeply");
        }
        return depth + 1;
    }
}
