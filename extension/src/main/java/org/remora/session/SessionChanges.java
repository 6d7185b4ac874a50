package org.remora.session;

import java.util.List;

/**
 * What a node has to learn to be up to date with a record.
 *
 * @param version the record's version
 * @param createdMillis when the session was made, milliseconds since the epoch
 * @param accessedMillis when it was last used before this look, on any node, milliseconds since the epoch
 * @param maxInactiveSeconds the timeout; 0 or less means never
 * @param complete whether {@code attributes} is all there is, so that every other name is gone
 * @param attributes what was written or, as tombstones, removed
 */
public record SessionChanges(
        long version,
        long createdMillis,
        long accessedMillis,
        int maxInactiveSeconds,
        boolean complete,
        AttributeTable attributes) {

    /**
     * The same without some attributes.
     *
     * @param changes names what the asker knows
     * @return the other attributes
     */
    public SessionChanges without(List<AttributeChange> changes) {
        return new SessionChanges(
                version, createdMillis, accessedMillis, maxInactiveSeconds, complete, attributes.except(changes));
    }
}
