package org.remora.discovery;

/** Calls who wants to know that nodes were found: one call after another, none after the end. */
public final class FoundCalls {

    private final Runnable found;
    private boolean ended;

    /**
     * Calls this.
     *
     * @param found what to call
     */
    public FoundCalls(Runnable found) {
        this.found = found;
    }

    /** Calls; a failure is logged. */
    public synchronized void call() {
        if (ended) {
            return;
        }
        try {
            found.run();
        } catch (RuntimeException e) {
            DiscoveryLog.foundFailed(e);
        }
    }

    /** Waits for a call that is under way; there are no others. */
    public synchronized void end() {
        ended = true;
    }
}
