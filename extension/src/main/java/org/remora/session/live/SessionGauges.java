package org.remora.session.live;

/** What those who watch the server are told of an application's sessions on this node. Any thread may ask. */
public final class SessionGauges {

    private final Surroundings around;
    private final CallClock calls;

    SessionGauges(Surroundings around, CallClock calls) {
        this.around = around;
        this.calls = calls;
    }

    /**
     * How many sessions wait for the grid.
     *
     * @return the number of sessions with changes that only this node has
     */
    public int suspendedSessions() {
        return around.copies().suspended().size();
    }

    /**
     * Whether changes reach the grid.
     *
     * @return the state at this moment
     */
    public ReplicationState replication() {
        return around.outage().state(suspendedSessions());
    }

    /**
     * What happened so far.
     *
     * @return the counts at this moment
     */
    public SessionStatistics statistics() {
        return around.counters().snapshot(around.copies().all().size(), calls.times(), replication());
    }
}
