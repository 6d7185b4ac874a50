package org.remora.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * The key of a session's record in the grid: 128 bits of the SHA-256 of the application's name and the id's locator.
 *
 * <p>A dump of the grid opens no session, since a locator is only a part of an id and cannot be told from the key.
 *
 * @param high the first 64 bits
 * @param low the other 64 bits
 */
public record SessionKey(long high, long low) {

    /**
     * The key of a session of an application.
     *
     * @param application the application's name, the same on every node
     * @param id the session's id, old or new
     * @return the key
     */
    public static SessionKey of(String application, SessionId id) {
        return hash(application + '\n' + id.locator());
    }

    /**
     * The key of the record of a user of an application; that of no session, since no locator contains a line break.
     *
     * @param application the application's name, the same on every node
     * @param user the user's name, which the grid does not get to know by this
     * @return the key
     */
    public static SessionKey ofUser(String application, String user) {
        return hash(application + "\nuser\n" + user);
    }

    private static SessionKey hash(String text) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(text.getBytes(UTF_8)));
        return new SessionKey(digest.getLong(), digest.getLong());
    }
}
