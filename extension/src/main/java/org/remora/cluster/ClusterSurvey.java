package org.remora.cluster;

import java.time.Duration;
import java.util.List;

/** Asks all members how they are. May be called from any thread. */
public interface ClusterSurvey {

    /**
     * Asks all members, side by side.
     *
     * @param longest how long to wait for all of them together
     * @return every member that this node sees, itself among them, the oldest first; empty once the node has left
     */
    List<SurveyedMember> ask(Duration longest);

    /**
     * Whether every copy of the data is there and up to date, so that no single member is missed. It asks every member
     * to look at every part of the data; where one does not answer, others wait for it, so ask only when all do.
     *
     * @param longest how long to wait
     * @return false also if it is not known by then
     */
    boolean isSafe(Duration longest);

    /**
     * Whether data is on its way to or from this node, or, at the oldest member, waits for that anywhere.
     *
     * @return from what this node knows, without asking
     */
    boolean isMigrating();
}
