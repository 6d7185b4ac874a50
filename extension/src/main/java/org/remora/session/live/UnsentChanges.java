package org.remora.session.live;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers a session's changes, so that a commit knows which it covers and everybody whether any is left to send.
 *
 * <p>Changes are noted by any thread, after they were made; what was sent is noted under the session's commit lock.
 */
final class UnsentChanges {

    private final AtomicLong latest = new AtomicLong();
    private volatile long sent;
    private volatile boolean encodingDue;

    /** Notes a change; tells its number. */
    long note() {
        return latest.incrementAndGet();
    }

    /** The number of the latest change. */
    long latest() {
        return latest.get();
    }

    /** Nothing up to this change is left to send. */
    void sent(long upToChange) {
        sent = upToChange;
    }

    /** Whether a change is still to be sent. */
    boolean contain(long change) {
        return change > sent;
    }

    /** Whether nothing waits to be sent, as far as that is known without comparing objects. */
    boolean isEmpty() {
        return latest.get() == sent && !encodingDue;
    }

    /** Objects are about to be encoded, those among them that could not be before. */
    void beginEncoding() {
        encodingDue = false;
    }

    /** Another thread was changing an object whenever it was encoded; the next commit tries again. */
    void encodingDue() {
        encodingDue = true;
    }
}
