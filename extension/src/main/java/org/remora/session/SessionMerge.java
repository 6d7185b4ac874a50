package org.remora.session;

import java.util.Comparator;

/**
 * What becomes of a session that both halves of a split cluster have, when they meet again.
 *
 * <ol>
 *   <li>Of each attribute the later write wins, and a removal against an older write.
 *   <li>An invalidation wins against everything, and so does another end that nobody was told of yet.
 *   <li>The last use is the later one; of two timeouts and of two ids the one that was set later wins.
 *   <li>It makes no difference which half is asked, in what order three halves meet, and how often the same halves do.
 *   <li>A node that knows the session from either half learns by its next look all that it has missed.
 * </ol>
 *
 * <p>"Later" is what the versions say ({@link HybridTime}).
 *
 * @param merged the session from now on; the very record that was here if it stays as it was
 * @param changed whether it is not as it was here
 * @param attributesTaken how many attributes are not as they were here
 */
public record SessionMerge(SessionRecord merged, boolean changed, int attributesTaken) {

    // For two sessions that happen to have one key, which 128 random bits forbid.
    private static final Comparator<SessionRecord> YOUNGER = Comparator.comparingLong(SessionRecord::createdMillis)
            .thenComparingLong(SessionRecord::version)
            .thenComparing(SessionRecord::id);

    private static final Comparator<SessionRecord> LATER_END =
            Comparator.comparingLong(SessionRecord::accessedMillis).thenComparingLong(SessionRecord::version);

    /**
     * Merges a session.
     *
     * @param here the session as this half has it
     * @param there the session as it comes from the other half
     * @return what to keep
     */
    public static SessionMerge of(SessionRecord here, SessionRecord there) {
        if (here.createdMillis() != there.createdMillis()) {
            return YOUNGER.compare(here, there) >= 0 ? stays(here) : new SessionMerge(there, true, 0);
        }
        if (here.isEnded() || there.isEnded()) {
            return isEndedHere(here, there) ? stays(here) : new SessionMerge(there, true, 0);
        }
        return attributeWise(here, there, sharedVersion(here, there));
    }

    /**
     * Merges a session that was lost and put back with what another node knows of it. Unlike a half of a split cluster,
     * that node has only seen what everybody else has, up to the version that it knows.
     *
     * @param here the session as it is
     * @param known the session as the other node knows it; its table has forgotten what it does not have
     * @return what to keep
     */
    public static SessionMerge restored(SessionRecord here, SessionRecord known) {
        if (here.isEnded() || here.createdMillis() != known.createdMillis() || known.isEnded()) {
            boolean ends = known.isEnded() && !here.isEnded();
            long endMillis = known.accessedMillis();
            return ends
                    ? new SessionMerge(here.tombstone(endMillis, here.versionAfter(endMillis)), true, 0)
                    : stays(here);
        }
        return attributeWise(here, known, known.version());
    }

    private static boolean isEndedHere(SessionRecord here, SessionRecord there) {
        return here.isEnded() == there.isEnded() ? LATER_END.compare(here, there) >= 0 : here.isEnded();
    }

    private static SessionMerge attributeWise(SessionRecord here, SessionRecord there, long sharedVersion) {
        TableMerge rows = new TableMerge(here.attributes(), there.attributes(), sharedVersion);
        SessionRecord idFrom = laterId(here, there);
        SessionRecord timeoutFrom = laterTimeout(here, there);
        long highest = Math.max(here.version(), there.version());
        boolean told = rows.isToldByVersions(here.version(), there.version());
        long version = told ? highest : highest + 1;
        SessionRecord merged = new SessionRecord(
                here.application(),
                idFrom.id(),
                here.createdMillis(),
                Math.max(here.accessedMillis(), there.accessedMillis()),
                timeoutFrom.maxInactiveSeconds(),
                Math.max(here.maxLifetimeSeconds(), there.maxLifetimeSeconds()),
                version,
                idFrom.idVersion(),
                timeoutFrom.timeoutVersion(),
                told ? rows.table() : rows.table().untoldBefore(version));
        int taken = rows.changesOfMine();
        return isSame(merged, here, taken) ? stays(here) : new SessionMerge(merged, true, taken);
    }

    private static SessionMerge stays(SessionRecord here) {
        return new SessionMerge(here, false, 0);
    }

    private static boolean isSame(SessionRecord merged, SessionRecord here, int attributesTaken) {
        return attributesTaken == 0
                && merged.version() == here.version()
                && merged.accessedMillis() == here.accessedMillis()
                && merged.idVersion() == here.idVersion()
                && merged.id().equals(here.id())
                && merged.timeoutVersion() == here.timeoutVersion()
                && merged.maxInactiveSeconds() == here.maxInactiveSeconds();
    }

    /** Until when the two halves certainly were one. */
    private static long sharedVersion(SessionRecord here, SessionRecord there) {
        boolean sameId = here.idVersion() == there.idVersion() && here.id().equals(there.id());
        boolean sameTimeout = here.timeoutVersion() == there.timeoutVersion()
                && here.maxInactiveSeconds() == there.maxInactiveSeconds();
        return Math.max(sameId ? here.idVersion() : 0, sameTimeout ? here.timeoutVersion() : 0);
    }

    private static SessionRecord laterId(SessionRecord here, SessionRecord there) {
        int order = Long.compare(here.idVersion(), there.idVersion());
        return (order == 0 ? here.id().compareTo(there.id()) : order) >= 0 ? here : there;
    }

    private static SessionRecord laterTimeout(SessionRecord here, SessionRecord there) {
        int order = Long.compare(here.timeoutVersion(), there.timeoutVersion());
        return (order == 0 ? Integer.compare(here.maxInactiveSeconds(), there.maxInactiveSeconds()) : order) >= 0
                ? here
                : there;
    }
}
