package org.remora.session.jcache;

import com.hazelcast.core.HazelcastInstance;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.remora.session.MergeCounts;

/**
 * What a node knows of split halves that are being merged: whether one is under way, and what it has brought.
 *
 * <p>While it is, a session that the grid does not find may still be on its way, so that nothing is absent; and a node
 * whose half is being merged into the other gets no answer at all, since what it would see is the other half's state.
 * All methods may be called from any thread.
 */
public final class Merges {

    private static final String CONTEXT_KEY = "org.remora.session.jcache.Merges";

    private final Set<UUID> unsettled = ConcurrentHashMap.newKeySet();
    private final LostMembers lost = new LostMembers();
    private final NodeApplications applications;
    private MergeCounts counts = MergeCounts.NONE;
    private MergeCounts reported = MergeCounts.NONE;
    private volatile boolean mergingHere;

    private Merges(NodeApplications applications) {
        this.applications = applications;
    }

    /**
     * The merges that a node has to do with.
     *
     * @param instance the node's member
     * @return the same object at every call
     */
    public static Merges of(HazelcastInstance instance) {
        NodeApplications applications = NodeApplications.of(instance);
        return (Merges) instance.getUserContext().computeIfAbsent(CONTEXT_KEY, key -> new Merges(applications));
    }

    /**
     * What this node has taken over since it started.
     *
     * @return the sums
     */
    public synchronized MergeCounts counts() {
        return counts;
    }

    /** The members that may be on the other side of a split. */
    LostMembers lost() {
        return lost;
    }

    /** Whether this node's half is being merged into another. */
    boolean isMergingHere() {
        return mergingHere;
    }

    /** Whether what the grid does not find is absent. */
    boolean areOver() {
        return !mergingHere && unsettled.isEmpty();
    }

    synchronized void count(boolean changed, int attributes) {
        counts = counts.plus(changed, attributes);
    }

    /** This node's half begins to be merged. */
    void began() {
        mergingHere = true;
    }

    /** This node's half is merged, or could not be. */
    void ended() {
        mergingHere = false;
        settled();
    }

    /** A member has come that may bring sessions from another half. */
    void unsettled(UUID member) {
        unsettled.add(member);
    }

    /** A member brings nothing, or nothing more. */
    void settled(UUID member) {
        if (unsettled.remove(member)) {
            settled();
        }
    }

    private void settled() {
        MergeCounts news = unreported();
        if (news.sessions() > 0) {
            MergeLog.merged(news);
        }
        applications.forEach(sessions -> sessions.merged());
    }

    private synchronized MergeCounts unreported() {
        MergeCounts news = counts.since(reported);
        reported = counts;
        return news;
    }
}
