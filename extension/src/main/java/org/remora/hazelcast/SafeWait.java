package org.remora.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the members again and again whether all data has all its copies.
 *
 * @param instance this member
 */
record SafeWait(HazelcastInstance instance) {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Waits no longer than this; less if the thread is interrupted or the member leaves. */
    boolean await(Duration longest) {
        long beganNanos = System.nanoTime();
        while (!isSafe()) {
            if (System.nanoTime() - beganNanos >= longest.toNanos()
                    || Thread.currentThread().isInterrupted()
                    || !instance.getLifecycleService().isRunning()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private boolean isSafe() {
        try {
            return instance.getPartitionService().isClusterSafe();
        } catch (HazelcastInstanceNotActiveException leaving) {
            return false; // there is nothing to wait for any more
        }
    }
}
