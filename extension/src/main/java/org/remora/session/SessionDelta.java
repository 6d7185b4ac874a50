package org.remora.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one commit sends to the owner of a record.
 *
 * <p>It carries the times of the node that sends it, since the owner and its backups must come to the same result and
 * therefore read no clock. Applying a delta twice does no harm.
 *
 * @param baseVersion the version that the sending node knows; the owner answers with what others wrote since
 * @param sentMillis when the delta was made, milliseconds since the epoch
 * @param accessedMillis when the session was last used, milliseconds since the epoch
 * @param maxInactiveSeconds the new timeout, empty if it stays; 0 or less means never
 * @param renamed the hash of the session's new id, empty if it stays
 * @param changes the changed attributes, at most one change for a name
 */
public record SessionDelta(
        long baseVersion,
        long sentMillis,
        long accessedMillis,
        OptionalInt maxInactiveSeconds,
        Optional<IdHash> renamed,
        List<AttributeChange> changes) {

    /** Copies the list. */
    public SessionDelta {
        changes = List.copyOf(changes);
    }
}
