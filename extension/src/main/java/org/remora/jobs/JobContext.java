package org.remora.jobs;

/** What a handler knows of the run that it is in. Also for threads that work for the handler. */
public interface JobContext {

    /** The job's key. */
    String key();

    /** The number of the attempt, the first being 1. */
    int attempt();

    /**
     * The fencing token of this claim: greater than that of every earlier claim of the job, so that a store can refuse
     * what a node writes that has lost the job and does not know it yet (Kleppmann, "How to do distributed locking",
     * 2016).
     */
    long token();

    /**
     * Says how far the work is. Shown to others within a second; a call costs nothing.
     *
     * @param percent 0 to 100
     * @param text for people
     */
    void progress(int percent, String text);

    /**
     * Whether to stop: the job was cancelled, its time is over, another node has it or will have it. The handler's
     * thread is interrupted then, too. One that goes on all the same is reported, and its result is refused.
     */
    boolean isCancelled();
}
