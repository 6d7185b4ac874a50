package org.remora.session.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Names as bytes: UTF-8, and three bytes for a surrogate that stands alone, which UTF-8 has no form for. Such names are
 * odd, but two of them must not become one.
 */
final class NameForm {

    private static final int FIRST_OF_SURROGATE = 0xED;
    private static final int SECOND_OF_SURROGATE = 0xA0;
    private static final int CONTINUED = 0x80;
    private static final int SIX_BITS = 0x3F;

    private NameForm() {}

    static byte[] bytes(String name) {
        if (!hasSurrogate(name)) {
            return name.getBytes(UTF_8);
        }
        byte[] bytes = new byte[name.length() * 3];
        int count = 0;
        for (int at = 0; at < name.length(); ) {
            int point = name.codePointAt(at);
            at += Character.charCount(point);
            byte[] one = isAlone(point)
                    ? surrogate(point)
                    : Character.toString(point).getBytes(UTF_8);
            System.arraycopy(one, 0, bytes, count, one.length);
            count += one.length;
        }
        return Arrays.copyOf(bytes, count);
    }

    private static boolean hasSurrogate(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (Character.isSurrogate(name.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    static String name(byte[] bytes) {
        int odd = surrogateFrom(bytes, 0);
        if (odd == bytes.length) {
            return new String(bytes, UTF_8);
        }
        StringBuilder name = new StringBuilder();
        int plain = 0;
        for (; odd < bytes.length; odd = surrogateFrom(bytes, plain)) {
            name.append(new String(bytes, plain, odd - plain, UTF_8));
            name.append((char) (0xD000 | ((bytes[odd + 1] & SIX_BITS) << 6) | (bytes[odd + 2] & SIX_BITS)));
            plain = odd + 3;
        }
        return name.append(new String(bytes, plain, bytes.length - plain, UTF_8))
                .toString();
    }

    /** Where the next surrogate begins that stands alone; the length if there is none. */
    private static int surrogateFrom(byte[] bytes, int from) {
        for (int at = from; at + 2 < bytes.length; at++) {
            if ((bytes[at] & 0xFF) == FIRST_OF_SURROGATE && (bytes[at + 1] & 0xFF) >= SECOND_OF_SURROGATE) {
                return at;
            }
        }
        return bytes.length;
    }

    private static boolean isAlone(int point) {
        return Character.isBmpCodePoint(point) && Character.isSurrogate((char) point);
    }

    private static byte[] surrogate(int point) {
        return new byte[] {
            (byte) FIRST_OF_SURROGATE,
            (byte) (CONTINUED | ((point >>> 6) & SIX_BITS)),
            (byte) (CONTINUED | (point & SIX_BITS))
        };
    }
}
