package org.remora.session.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the short forms. Declines a value that has none, or that holds one that has none; what was written by then is
 * of no use.
 *
 * <p>Classes are compared, not tested with {@code instanceof}: a subclass would not come back as what it was. For the
 * same reason a {@code LinkedHashMap} has no short form, which may be sorted by access, and nobody can see that from
 * outside.
 */
final class CompactWriter {

    private static final int MAX_DEPTH = 16;

    private final EncodedOutput out;

    // An object that is held twice has to come back as one.
    private final Set<Object> held = Collections.newSetFromMap(new IdentityHashMap<>(2));

    private CompactWriter(EncodedOutput out) {
        this.out = out;
    }

    /** Whether the value has a short form, which is then written. */
    static boolean write(Object value, EncodedOutput out) {
        return new CompactWriter(out).isWritten(value, 0);
    }

    private boolean isWritten(@Nullable Object value, int depth) {
        if (value instanceof String text) {
            writeString(text, depth > 0);
            return true;
        }
        if (value == null) {
            out.write(ValueTag.NULL);
            return true;
        }
        if (value instanceof Number number) {
            return isNumberWritten(number);
        }
        return isPlainWritten(value, depth > 0) || isCollectionWritten(value, depth);
    }

    private boolean isNumberWritten(Number number) {
        Class<?> type = number.getClass();
        if (type == Integer.class) {
            out.write(ValueTag.INTEGER);
            out.writeInt(number.intValue());
        } else if (type == Long.class) {
            out.write(ValueTag.LONG);
            out.writeLong(number.longValue());
        } else if (type == Double.class) {
            out.write(ValueTag.DOUBLE);
            out.writeLong(Double.doubleToRawLongBits(number.doubleValue()));
        } else if (type == Float.class) {
            out.write(ValueTag.FLOAT);
            out.writeInt(Float.floatToRawIntBits(number.floatValue()));
        } else if (type == Short.class) {
            out.write(ValueTag.SHORT);
            out.writeShort(number.shortValue());
        } else if (type == Byte.class) {
            out.write(ValueTag.BYTE);
            out.write(number.byteValue());
        } else {
            return isBigNumberWritten(number);
        }
        return true;
    }

    private boolean isBigNumberWritten(Number number) {
        if (number.getClass() == BigInteger.class) {
            out.write(ValueTag.BIG_INTEGER);
            writeCounted(((BigInteger) number).toByteArray());
            return true;
        }
        if (number.getClass() == BigDecimal.class) {
            BigDecimal decimal = (BigDecimal) number;
            out.write(ValueTag.BIG_DECIMAL);
            out.writeInt(decimal.scale());
            writeCounted(decimal.unscaledValue().toByteArray());
            return true;
        }
        return false;
    }

    private boolean isPlainWritten(Object value, boolean nested) {
        if (value instanceof Boolean truth) {
            out.write(truth ? ValueTag.TRUE : ValueTag.FALSE);
        } else if (value instanceof byte[] bytes) {
            return isOnlyOne(bytes) && isWritten(bytes, nested);
        } else if (value instanceof Character letter) {
            out.write(ValueTag.CHARACTER);
            out.writeShort(letter);
        } else if (value instanceof UUID uuid) {
            out.write(ValueTag.UUID);
            out.writeLong(uuid.getMostSignificantBits());
            out.writeLong(uuid.getLeastSignificantBits());
        } else {
            return isTimeWritten(value);
        }
        return true;
    }

    private boolean isWritten(byte[] bytes, boolean nested) {
        out.write(ValueTag.BYTE_ARRAY);
        if (nested) {
            out.writeCount(bytes.length);
        }
        out.writeBytes(bytes);
        return true;
    }

    private boolean isTimeWritten(Object value) {
        if (value instanceof Instant instant) {
            out.write(ValueTag.INSTANT);
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        } else if (value instanceof Duration duration) {
            out.write(ValueTag.DURATION);
            out.writeLong(duration.getSeconds());
            out.writeInt(duration.getNano());
        } else if (value instanceof LocalDate date) {
            out.write(ValueTag.LOCAL_DATE);
            out.writeLong(date.toEpochDay());
        } else if (value instanceof LocalTime time) {
            out.write(ValueTag.LOCAL_TIME);
            out.writeLong(time.toNanoOfDay());
        } else if (value instanceof LocalDateTime dateTime) {
            out.write(ValueTag.LOCAL_DATE_TIME);
            out.writeLong(dateTime.toLocalDate().toEpochDay());
            out.writeLong(dateTime.toLocalTime().toNanoOfDay());
        } else {
            return false;
        }
        return true;
    }

    private boolean isCollectionWritten(Object value, int depth) {
        if (depth == MAX_DEPTH || !isOnlyOne(value)) {
            return false;
        }
        if (value.getClass() == ArrayList.class) {
            return isListWritten((List<?>) value, depth);
        }
        return value.getClass() == HashMap.class && isMapWritten((Map<?, ?>) value, depth);
    }

    private boolean isListWritten(List<?> list, int depth) {
        out.write(ValueTag.ARRAY_LIST);
        out.writeCount(list.size());
        for (Object element : list) {
            if (!isWritten(element, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMapWritten(Map<?, ?> map, int depth) {
        out.write(ValueTag.HASH_MAP);
        out.writeCount(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!isWritten(entry.getKey(), depth + 1) || !isWritten(entry.getValue(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOnlyOne(Object value) {
        return held.add(value);
    }

    private void writeString(String text, boolean counted) {
        if (isLatin1(text)) {
            out.write(ValueTag.LATIN1_STRING);
            if (counted) {
                out.writeCount(text.length());
            }
            out.writeBytes(text.getBytes(ISO_8859_1));
            return;
        }
        // Char by char, since an encoder would replace a surrogate that stands alone.
        out.write(ValueTag.UTF16_STRING);
        if (counted) {
            out.writeCount(text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            out.writeShort(text.charAt(i));
        }
    }

    private static boolean isLatin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    private void writeCounted(byte[] bytes) {
        out.writeCount(bytes.length);
        out.writeBytes(bytes);
    }
}
