package org.remora.jobs.run;

/** How many jobs this node runs at a time, of all applications together. */
final class JobThreads {

    private final int count;
    private int busy;

    JobThreads(int count) {
        this.count = count;
    }

    synchronized int free() {
        return count - busy;
    }

    synchronized boolean take() {
        if (busy >= count) {
            return false;
        }
        busy++;
        return true;
    }

    synchronized void giveBack() {
        busy--;
    }

    synchronized int busy() {
        return busy;
    }
}
