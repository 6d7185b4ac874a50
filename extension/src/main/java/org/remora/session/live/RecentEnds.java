package org.remora.session.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import org.remora.session.AttributeTable;
import org.remora.session.IdHash;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;

/**
 * The sessions that this node has lately known and seen end, for as long as another may have a copy that does not know.
 */
final class RecentEnds {

    private static final int MAX_ENDS = 50_000;

    /**
     * One end.
     *
     * @param key the record's key
     * @param firstId the hash of the id with which the session was made
     * @param createdMillis when the session was made
     * @param endedMillis when this node heard of its end
     * @param losses how many losses of its place the end was last known to have outlived
     */
    record End(SessionKey key, IdHash firstId, long createdMillis, long endedMillis, long losses) {

        /** What is to rest in the grid. */
        SessionRecord tombstone(String application) {
            SessionRecord blank = new SessionRecord(
                    application, firstId, createdMillis, createdMillis, 0, 0, 0, AttributeTable.EMPTY);
            return blank.tombstone(endedMillis, blank.versionAfter(endedMillis));
        }

        private End outliving(long moreLosses) {
            return new End(key, firstId, createdMillis, endedMillis, moreLosses);
        }
    }

    private final Cache<SessionKey, End> ends;
    private final Clocks clocks;

    RecentEnds(Clocks clocks, Duration longest) {
        this.clocks = clocks;
        this.ends = Caffeine.newBuilder()
                .maximumSize(MAX_ENDS)
                .expireAfterWrite(longest)
                .ticker(clocks::nanoTime)
                .executor(Runnable::run)
                .build();
    }

    void add(LiveSession session) {
        ends.put(
                session.key(),
                new End(
                        session.key(),
                        session.known().firstId(),
                        session.createdMillis(),
                        clocks.millis(),
                        session.known().losses()));
    }

    Collection<End> all() {
        return ends.asMap().values();
    }

    /** An end is in the grid again. */
    void outlived(End end, long losses) {
        boolean unused = ends.asMap().replace(end.key(), end, end.outliving(losses));
    }
}
