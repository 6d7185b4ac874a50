package org.remora.arquillian.benchmark;

import org.remora.arquillian.load.LoadResult;
import org.remora.arquillian.load.Pace;

/** One scenario on one subject, from the first session to the last. */
interface Trial {

    /**
     * Sends a number of requests; this is what is measured.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    LoadResult run(long requests, Pace pace) throws InterruptedException;

    /**
     * Ends the sessions that a run created, unmeasured, so that the next run finds the heap as this one did.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void clear() throws InterruptedException;

    /**
     * Ends all sessions that are left.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void finish() throws InterruptedException;
}
