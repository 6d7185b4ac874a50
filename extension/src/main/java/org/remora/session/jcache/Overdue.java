package org.remora.session.jcache;

import java.util.List;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;
import org.remora.session.SessionsOnNode;

/**
 * Which sessions a search ends.
 *
 * @param atMillis those whose time was over then, milliseconds since the epoch
 * @param maxIdleSeconds and those that were unused for longer; 0 for none
 */
record Overdue(long atMillis, int maxIdleSeconds) {

    boolean contains(SessionRecord present) {
        return present.isOverAt(atMillis, maxIdleSeconds);
    }

    /** The same search some time ago. */
    Overdue before(long millis) {
        return new Overdue(atMillis - millis, maxIdleSeconds);
    }

    /** Has an application end sessions; tells how many it will see to. */
    int offer(List<SessionKey> keys, SessionsOnNode sessions) {
        int accepted = 0;
        for (SessionKey key : keys) {
            if (!sessions.endOverdue(key, atMillis, maxIdleSeconds)) {
                break;
            }
            accepted++;
        }
        return accepted;
    }
}
