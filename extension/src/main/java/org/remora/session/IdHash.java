package org.remora.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * The hash that a record keeps of its session's id: 128 bits of the id's SHA-256.
 *
 * <p>Who presents an id sees the record only if the hashes are equal.
 *
 * @param high the first 64 bits
 * @param low the other 64 bits
 */
public record IdHash(long high, long low) implements Comparable<IdHash> {

    private static final Comparator<IdHash> ORDER =
            Comparator.comparingLong(IdHash::high).thenComparingLong(IdHash::low);

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

    /** An order that means nothing but is the same everywhere. */
    @Override
    public int compareTo(IdHash other) {
        return ORDER.compare(this, other);
    }
}
