package org.remora.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/**
 * The hash that a record keeps of its session's id: 128 bits of the id's SHA-256.
 *
 * <p>Who presents an id sees the record only if the hashes are equal.
 *
 * @param high the first 64 bits
 * @param low the other 64 bits
 */
public record IdHash(long high, long low) {

    /**
     * Hashes an id.
     *
     * @param id the id
     * @return its hash
     */
    public static IdHash of(SessionId id) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(id.value().getBytes(US_ASCII)));
        return new IdHash(digest.getLong(), digest.getLong());
    }
}
