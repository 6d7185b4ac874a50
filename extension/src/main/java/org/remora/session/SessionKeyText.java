package org.remora.session;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How people call a session: the key of its record as 32 hexadecimal digits, or so many of the first that no other
 * session has the same.
 *
 * <p>It opens nothing, and cannot be told from the session's id without knowing that.
 */
public final class SessionKeyText {

    /** How many digits are enough. */
    public static final int FEWEST_DIGITS = 8;

    private static final int DIGITS = 32;
    private static final int HALF = DIGITS / 2;
    private static final int HEXADECIMAL = 16;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + FEWEST_DIGITS + "," + DIGITS + "}");

    private SessionKeyText() {}

    /**
     * All digits of a session.
     *
     * @param key the record's key
     * @return 32 digits
     */
    public static String of(SessionKey key) {
        return String.format("%016x%016x", key.high(), key.low());
    }

    /**
     * Whether a text may stand for a session.
     *
     * @param text what somebody has typed
     * @return false if it is too short, too long, or of other characters
     */
    public static boolean isBegin(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The key that a text is, if it has all digits.
     *
     * @param text what somebody has typed
     * @return the key; empty if digits are missing, or it is none
     */
    public static Optional<SessionKey> parse(String text) {
        return text.length() == DIGITS && isBegin(text)
                ? Optional.of(new SessionKey(
                        Long.parseUnsignedLong(text.substring(0, HALF), HEXADECIMAL),
                        Long.parseUnsignedLong(text.substring(HALF), HEXADECIMAL)))
                : Optional.empty();
    }
}
