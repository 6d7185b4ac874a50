package org.remora.session;

/**
 * A session as it rests in the grid, of which there may be millions: the hash of its id is not an object of its own.
 *
 * @param application the application that the session belongs to
 * @param idHigh the first half of the hash of the session's id
 * @param idLow the other half
 * @param createdMillis when the session was made, milliseconds since the epoch
 * @param accessedMillis when it was last used on any node, milliseconds since the epoch
 * @param maxInactiveSeconds after how long without use it ends; 0 or less means never
 * @param maxLifetimeSeconds how long after it was made it ends, used or not; 0 means never
 * @param version grows with each change
 * @param idVersion the version that changed the id, 0 if it is the first
 * @param timeoutVersion the version that set the timeout, 0 if none did
 * @param attributes the attributes
 */
public record SessionRecord(
        String application,
        long idHigh,
        long idLow,
        long createdMillis,
        long accessedMillis,
        int maxInactiveSeconds,
        int maxLifetimeSeconds,
        long version,
        long idVersion,
        long timeoutVersion,
        AttributeTable attributes) {

    /** For how long after a session was made its end is remembered, milliseconds. */
    static final long CREATION_RETRIED_MILLIS = 300_000;

    private static final int USER_REMEMBERED_SECONDS = 30 * 24 * 60 * 60;

    // No id has this hash, so that no look finds the session.
    private static final IdHash NOBODY = new IdHash(0, 0);

    /**
     * A record of a session whose id has a hash.
     *
     * @param application the application's name
     * @param id the hash of the id
     * @param createdMillis when it was made
     * @param accessedMillis when it was last used
     * @param maxInactiveSeconds the timeout
     * @param maxLifetimeSeconds how long it may live
     * @param version its version
     * @param idVersion the version that changed the id
     * @param timeoutVersion the version that set the timeout
     * @param attributes the attributes
     */
    public SessionRecord(
            String application,
            IdHash id,
            long createdMillis,
            long accessedMillis,
            int maxInactiveSeconds,
            int maxLifetimeSeconds,
            long version,
            long idVersion,
            long timeoutVersion,
            AttributeTable attributes) {
        this(
                application,
                id.high(),
                id.low(),
                createdMillis,
                accessedMillis,
                maxInactiveSeconds,
                maxLifetimeSeconds,
                version,
                idVersion,
                timeoutVersion,
                attributes);
    }

    /**
     * A record whose id is the first and whose timeout nobody has set.
     *
     * @param application the application's name
     * @param id the hash of the id
     * @param createdMillis when it was made
     * @param accessedMillis when it was last used
     * @param maxInactiveSeconds the timeout
     * @param maxLifetimeSeconds how long it may live
     * @param version its version
     * @param attributes the attributes
     */
    public SessionRecord(
            String application,
            IdHash id,
            long createdMillis,
            long accessedMillis,
            int maxInactiveSeconds,
            int maxLifetimeSeconds,
            long version,
            AttributeTable attributes) {
        this(
                application,
                id,
                createdMillis,
                accessedMillis,
                maxInactiveSeconds,
                maxLifetimeSeconds,
                version,
                0,
                0,
                attributes);
    }

    /**
     * The hash of the session's id.
     *
     * @return the hash
     */
    public IdHash id() {
        return new IdHash(idHigh, idLow);
    }

    /**
     * The record of a session that no delta has touched.
     *
     * @param application the application's name
     * @param id the hash of the session's id
     * @param createdMillis when the session was made, milliseconds since the epoch
     * @return a record without attributes, at version 0
     */
    public static SessionRecord blank(String application, IdHash id, long createdMillis) {
        return new SessionRecord(application, id, createdMillis, createdMillis, 0, 0, 0, AttributeTable.EMPTY);
    }

    /**
     * A record that is no session's, for the {@link UserLogins} of a user.
     *
     * @param application the application's name
     * @param millis the present, milliseconds since the epoch
     * @return a record that no id opens, to be dropped 30 days after its last change
     */
    static SessionRecord ofUser(String application, long millis) {
        return new SessionRecord(
                application, NOBODY, millis, millis, USER_REMEMBERED_SECONDS, 0, 0, AttributeTable.EMPTY);
    }

    /**
     * A blank record of a session that ends even if it is used.
     *
     * @param seconds how long after it was made; 0 means never
     * @return the record
     */
    public SessionRecord livingAtMost(int seconds) {
        return new SessionRecord(
                application,
                idHigh,
                idLow,
                createdMillis,
                accessedMillis,
                maxInactiveSeconds,
                seconds,
                version,
                idVersion,
                timeoutVersion,
                attributes);
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
     * The version that the end of this session will make.
     *
     * @param millis when it ends, milliseconds since the epoch
     * @return a version later than the record's
     */
    public long versionAfter(long millis) {
        return HybridTime.after(version, millis);
    }

    /**
     * Whether others have changed what a delta guards.
     *
     * @param delta a delta that is to be applied to this record
     * @return true if it must not be applied
     */
    public boolean isAheadOf(SessionDelta delta) {
        for (String name : delta.guarded()) {
            if (attributes.version(name) > delta.baseVersion()) {
                return true;
            }
        }
        return false;
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
                delta.renamed().orElse(id()),
                createdMillis,
                Math.max(accessedMillis, delta.accessedMillis()),
                delta.maxInactiveSeconds().orElse(maxInactiveSeconds),
                maxLifetimeSeconds,
                newVersion,
                delta.renamed().isPresent() ? newVersion : idVersion,
                delta.maxInactiveSeconds().isPresent() ? newVersion : timeoutVersion,
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
                : new SessionRecord(
                        application,
                        idHigh,
                        idLow,
                        createdMillis,
                        millis,
                        maxInactiveSeconds,
                        maxLifetimeSeconds,
                        version,
                        idVersion,
                        timeoutVersion,
                        attributes);
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
     * Whether the session was unused for longer than its timeout, or has lived for longer than it may.
     *
     * @param millis the present, milliseconds since the epoch
     * @return whether it is over
     */
    public boolean isOverAt(long millis) {
        return isPast(accessedMillis, maxInactiveSeconds, millis) || isPast(createdMillis, maxLifetimeSeconds, millis);
    }

    /**
     * Whether the session is over, or was unused for longer than any session may be.
     *
     * @param millis the present, milliseconds since the epoch
     * @param maxIdleSeconds how long any session may be unused; 0 means for ever
     * @return whether it has to go
     */
    public boolean isOverAt(long millis, int maxIdleSeconds) {
        return isOverAt(millis) || (!isEnded() && isPast(accessedMillis, maxIdleSeconds, millis));
    }

    private static boolean isPast(long sinceMillis, int seconds, long millis) {
        return seconds > 0 && millis - sinceMillis > seconds * 1000L;
    }

    /**
     * What is left of a session that has ended, so that nobody makes it again, and no other half of a split cluster
     * brings it back.
     *
     * @param millis when it ended, milliseconds since the epoch
     * @param newVersion the version of the end
     * @return a record without attributes, which is over after a while
     */
    public SessionRecord tombstone(long millis, long newVersion) {
        int rememberedSeconds = Math.toIntExact(CREATION_RETRIED_MILLIS / 1000);
        return new SessionRecord(
                application, NOBODY, createdMillis, millis, rememberedSeconds, 0, newVersion, AttributeTable.EMPTY);
    }

    /** The same with other attributes. */
    SessionRecord withAttributes(AttributeTable others) {
        return new SessionRecord(
                application,
                idHigh,
                idLow,
                createdMillis,
                accessedMillis,
                maxInactiveSeconds,
                maxLifetimeSeconds,
                version,
                idVersion,
                timeoutVersion,
                others);
    }

    /**
     * Whether the session has the login that it had at a version.
     *
     * @param asOf a version at which it had a login
     * @return false if the user has logged out since, or another has logged in
     */
    public boolean hasLogin(long asOf) {
        for (int row = 0; row < attributes.rows(); row++) {
            if (attributes.name(row).equals(LoginText.ATTRIBUTE)) {
                return attributes.bytes(row).length > 0 && attributes.version(row) <= asOf;
            }
        }
        return false;
    }

    /**
     * Whether this is a {@link #tombstone}, or a user's record.
     *
     * @return true if there is no session, or none any more
     */
    public boolean isEnded() {
        return id().equals(NOBODY);
    }

    /**
     * Whether a new record is the same session, made by a try whose answer was lost; its id may have been changed
     * since.
     *
     * @param blank a record that somebody wants to make under this record's key
     * @return false if two sessions happen to have the same locator
     */
    public boolean isSameSession(SessionRecord blank) {
        return id().equals(blank.id()) || createdMillis == blank.createdMillis;
    }
}
