package org.remora.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
 * @param guarded names among them that others must not have changed since the base version; if they have, nothing of
 *     the delta is applied
 */
public record SessionDelta(
        long baseVersion,
        long sentMillis,
        long accessedMillis,
        OptionalInt maxInactiveSeconds,
        Optional<IdHash> renamed,
        List<AttributeChange> changes,
        Set<String> guarded) {

    /** Copies the collections. */
    public SessionDelta {
        changes = List.copyOf(changes);
        guarded = Set.copyOf(guarded);
    }

    /**
     * A delta that is applied whatever others have changed.
     *
     * @param baseVersion the version that the sending node knows
     * @param sentMillis when it was made
     * @param accessedMillis when the session was last used
     * @param maxInactiveSeconds the new timeout, empty if it stays
     * @param renamed the hash of the new id, empty if it stays
     * @param changes the changed attributes
     */
    public SessionDelta(
            long baseVersion,
            long sentMillis,
            long accessedMillis,
            OptionalInt maxInactiveSeconds,
            Optional<IdHash> renamed,
            List<AttributeChange> changes) {
        this(baseVersion, sentMillis, accessedMillis, maxInactiveSeconds, renamed, changes, Set.of());
    }

    /**
     * The same for those who need not ask any more.
     *
     * @return this delta without guarded names
     */
    public SessionDelta unguarded() {
        return guarded.isEmpty()
                ? this
                : new SessionDelta(baseVersion, sentMillis, accessedMillis, maxInactiveSeconds, renamed, changes);
    }
}
