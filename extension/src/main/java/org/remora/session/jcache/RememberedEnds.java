package org.remora.session.jcache;

import java.time.Duration;
import org.remora.session.SessionRecord;

/**
 * Which tombstones of sessions stay, because the other half of a split cluster could bring the sessions back.
 *
 * @param lost members that may be on the other side
 * @param longest how long after the loss of a member it is waited for
 */
record RememberedEnds(LostMembers lost, Duration longest) {

    boolean contains(SessionRecord present, long nowMillis) {
        return present.isEnded()
                && isYoung(present.accessedMillis(), nowMillis)
                && isYoung(lost.latestMillis(), nowMillis);
    }

    private boolean isYoung(long millis, long nowMillis) {
        return nowMillis - millis <= longest.toMillis();
    }
}
