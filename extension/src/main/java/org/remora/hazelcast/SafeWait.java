package org.remora.hazelcast;

import com.hazelcast.spi.impl.NodeEngineImpl;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the members again and again whether all data has all its copies.
 *
 * @param engine of this member
 */
record SafeWait(NodeEngineImpl engine) {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** What members that answer need for that, even where nobody wants to wait. */
    private static final Duration ONE_QUESTION = Duration.ofSeconds(1);

    /**
     * Waits no longer than this, or for one question; less if the thread is interrupted or the member leaves. A member
     * that does not answer, for it is frozen or cut off, does not hold it up.
     */
    boolean await(Duration longest) {
        ClusterSafety safety = new ClusterSafety(engine);
        long endNanos = System.nanoTime() + longest.toNanos();
        while (!safety.isSafe(longer(ONE_QUESTION, Duration.ofNanos(endNanos - System.nanoTime())))) {
            if (System.nanoTime() - endNanos >= 0 || Thread.currentThread().isInterrupted() || !engine.isRunning()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
