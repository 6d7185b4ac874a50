package org.remora.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The identifier of a session: 192 random bits in base64url, 32 characters.
 *
 * <p>The first 72 bits, the <em>locator</em>, say which record belongs to the session and stay the same when the id is
 * changed; the other 120 bits are known to nobody but the client. So a change of the id is one step on one record: from
 * then on the old id opens nothing and the new one everything (Servlet 6.0,
 * {@code HttpServletRequest.changeSessionId}).
 *
 * @param value the 32 characters
 */
public record SessionId(String value) {

    private static final int LOCATOR_BYTES = 9;
    private static final int SECRET_BYTES = 15;
    private static final int LOCATOR_LENGTH = LOCATOR_BYTES / 3 * 4;
    private static final int LENGTH = LOCATOR_LENGTH + SECRET_BYTES / 3 * 4;
    private static final boolean[] ALPHABET = alphabet();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Checks the form. */
    public SessionId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("A session id has " + LENGTH + " base64url characters");
        }
    }

    /**
     * Makes the id of a new session.
     *
     * @return an id that nobody can guess
     */
    public static SessionId random() {
        return new SessionId(randomText(LOCATOR_BYTES + SECRET_BYTES));
    }

    /**
     * Reads what a client sent.
     *
     * @param text anything
     * @return the id, or empty if the text does not have the form of one
     */
    public static Optional<SessionId> parse(String text) {
        return isWellFormed(text) ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    /**
     * Another id for the same session.
     *
     * @return an id with the same locator and a new secret
     */
    public SessionId renewed() {
        return new SessionId(locator() + randomText(SECRET_BYTES));
    }

    /**
     * This id made unreadable for everybody who does not know another one, so that it may be kept with that one's
     * session. Veiled again it is this id.
     *
     * @param key the other id
     * @param purpose what this id is kept for; makes different veils of one key
     * @return a text of the form of an id, by which no session is found
     */
    public SessionId veiledBy(SessionId key, String purpose) {
        byte[] veil = Sha256.of((key.value + '\n' + purpose).getBytes(UTF_8));
        byte[] bytes = Base64.getUrlDecoder().decode(value);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= veil[i];
        }
        return new SessionId(BASE64.encodeToString(bytes));
    }

    /**
     * The part of the id that leads to the record.
     *
     * @return the first 12 characters
     */
    public String locator() {
        return value.substring(0, LOCATOR_LENGTH);
    }

    /** Session ids are secrets and do not belong into a log. */
    @Override
    public String toString() {
        return "SessionId[…]";
    }

    // By hand, since every request with a session comes through here and a regular expression takes longer than a read.
    private static boolean isWellFormed(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char letter = text.charAt(i);
            if (letter >= ALPHABET.length || !ALPHABET[letter]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] alphabet() {
        boolean[] letters = new boolean[Byte.MAX_VALUE + 1];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .forEach(letter -> letters[letter] = true);
        return letters;
    }

    private static String randomText(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return BASE64.encodeToString(random);
    }
}
