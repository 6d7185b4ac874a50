package org.remora.session;

/**
 * A session as it rests in the grid.
 *
 * @param application the application that the session belongs to
 * @param id the hash of the session's id
 * @param createdMillis when the session was made, milliseconds since the epoch
 * @param accessedMillis when it was last used on any node, milliseconds since the epoch
 * @param maxInactiveSeconds after how long without use it ends; 0 or less means never
 * @param version grows with each change
 * @param attributes the attributes
 */
public record SessionRecord(
        String application,
        IdHash id,
        long createdMillis,
        long accessedMillis,
        int maxInactiveSeconds,
        long version,
        AttributeTable attributes) {

    /**
     * The record of a session that no delta has touched.
     *
     * @param application the application's name
     * @param id the hash of the session's id
     * @param createdMillis when the session was made, milliseconds since the epoch
     * @return a record without attributes, at version 0
     */
    public static SessionRecord blank(String application, IdHash id, long createdMillis) {
        return new SessionRecord(application, id, createdMillis, createdMillis, 0, 0, AttributeTable.EMPTY);
    }

    /**
     * The version that a delta will make of this record.
     *
     * @param delta the delta
     * @return a version later than the record's
     */
    public long versionAfter(SessionDelta delta) {
        return HybridTime.after(version, delta.sentMillis());
    }

    /**
     * The record after a delta.
     *
     * @param delta what changes
     * @param newVersion the version this makes, as told by the owner's {@link #versionAfter}
     * @return the new record
     */
    public SessionRecord with(SessionDelta delta, long newVersion) {
        return new SessionRecord(
                application,
                delta.renamed().orElse(id),
                createdMillis,
                Math.max(accessedMillis, delta.accessedMillis()),
                delta.maxInactiveSeconds().orElse(maxInactiveSeconds),
                newVersion,
                attributes.with(delta.changes(), newVersion));
    }

    /**
     * The record after it was used.
     *
     * @param millis when, milliseconds since the epoch
     * @return this record if it knows of a later use
     */
    public SessionRecord accessedAt(long millis) {
        return millis <= accessedMillis
                ? this
                : new SessionRecord(application, id, createdMillis, millis, maxInactiveSeconds, version, attributes);
    }

    /**
     * What changed since a version.
     *
     * @param since the version that the asker has, 0 for none
     * @return the difference, or everything where a difference can no longer be told
     */
    public SessionChanges changesSince(long since) {
        boolean complete = since == 0 || since < attributes.forgottenVersion();
        return new SessionChanges(
                version,
                createdMillis,
                accessedMillis,
                maxInactiveSeconds,
                complete,
                complete ? attributes.withoutTombstones() : attributes.newerThan(since));
    }

    /**
     * Whether the session was unused for longer than its timeout.
     *
     * @param millis the present, milliseconds since the epoch
     * @return whether it is over
     */
    public boolean isOverAt(long millis) {
        return maxInactiveSeconds > 0 && millis - accessedMillis > maxInactiveSeconds * 1000L;
    }
}
