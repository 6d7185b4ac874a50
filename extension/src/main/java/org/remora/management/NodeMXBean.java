package org.remora.management;

import java.util.List;

/** This server as a node of the cluster, and the ways to take it out of service; {@code org.remora:type=Node}. */
public interface NodeMXBean {

    /** In the place of seconds: as long as {@code remora.drain.grace} says. */
    long AS_SET = -1;

    /**
     * The node's name, which is also the route in the session cookie.
     *
     * @return the name
     */
    String getName();

    /**
     * What it does at the moment.
     *
     * @return the name of a {@link org.remora.cluster.NodeState}
     */
    String getState();

    /**
     * Whether balancers are to send users here: the same as the readiness that the server's {@code /health/ready} has.
     *
     * @return whether it is ready
     */
    boolean isReady();

    /**
     * Why it is not ready.
     *
     * @return a sentence for each reason; empty if it is ready
     */
    List<String> getReasons();

    /**
     * Begins to drain the server. It is not ready any more; its users go on for a while, and then are led to others;
     * its jobs are finished or handed over, and its data is handed over. Does not wait: {@link #getDrainReport} tells
     * when it is done. As long as its users go on, a further call sets the time anew; then it does nothing.
     *
     * @param graceSeconds how long its users go on from now; {@link #AS_SET}, as the settings say
     * @return how it begins
     */
    DrainReport drain(long graceSeconds);

    /**
     * Takes a server back into service that is being drained, or was: it is ready again, takes jobs, and gets its share
     * of the data, which takes a while: {@link #waitSafe} tells when it has it. Does not wait; does nothing if the
     * server is not being drained.
     */
    void undrain();

    /**
     * How the draining goes.
     *
     * @return the report of this moment
     */
    DrainReport getDrainReport();

    /**
     * Waits until no data is on its way and all of it has all its copies, so that any one server may be stopped.
     *
     * @param seconds how long to wait
     * @return false if it is not so by then
     */
    boolean waitSafe(long seconds);
}
