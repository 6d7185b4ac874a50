package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.remora.arquillian.load.LoadFailedException;
import org.remora.arquillian.load.Pace;

/**
 * Makes sure, before anything is measured, that a subject does what its numbers will stand for: a session that is
 * written on one node is found on the other, and that travels over the connections whose bytes are counted.
 */
final class ReplicationProof {

    private static final Load WRITES_ON_BOTH_NODES =
            new Load.InSession(SessionShape.KB_10, Action.WRITE, Routing.OTHER_NODE);
    private static final int USERS = 8;
    private static final long WRITES = 400;
    private static final long LEAST_BYTES_PER_WRITE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RunningSubject subject;

    ReplicationProof(RunningSubject subject) {
        this.subject = subject;
    }

    /**
     * Waits until the servers have found each other, and proves it.
     *
     * @throws LoadFailedException if they do not within a minute
     */
    void await() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!tryOnce(deadline)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean tryOnce(long deadline) throws IOException, InterruptedException {
        Traffic before = subject.read().traffic();
        try {
            Trial trial = WRITES_ON_BOTH_NODES.begin(subject, USERS);
            trial.run(WRITES, Pace.FASTEST);
            trial.finish();
        } catch (LoadFailedException e) {
            if (System.nanoTime() - deadline > 0) {
                throw new LoadFailedException(subject.subject().key() + " does not replicate: " + e.getMessage(), e);
            }
            return false;
        }
        checkThatBytesAreCounted(subject.read().traffic().bytesSince(before));
        return true;
    }

    private void checkThatBytesAreCounted(long bytes) {
        if (bytes < WRITES * LEAST_BYTES_PER_WRITE) {
            throw new LoadFailedException("%s replicates, but only %d bytes for %d writes were seen between its servers"
                    .formatted(subject.subject().key(), bytes, WRITES));
        }
    }
}
