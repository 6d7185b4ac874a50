package org.remora.session.live;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happens to the sessions of one application on this node. */
final class SessionCounters {

    private final LongAdder commits = new LongAdder();
    private final LongAdder unchangedCommits = new LongAdder();
    private final LongAdder bytesSerialized = new LongAdder();
    private final LongAdder bytesCompared = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();
    private final LongAdder attributesUnreadable = new LongAdder();
    private final LongAdder attributesRefused = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder attributesMerged = new LongAdder();
    private final LongAdder sessionsCreated = new LongAdder();
    private final LongAdder sessionsExpired = new LongAdder();
    private final LongAdder sessionsInvalidated = new LongAdder();
    private final LongAdder sessionsRestored = new LongAdder();
    private final LongAdder sessionsPutBack = new LongAdder();
    private final LongAdder usesUntold = new LongAdder();

    void committed() {
        commits.increment();
    }

    void comparedInVain() {
        unchangedCommits.increment();
    }

    void serialized(int bytes) {
        bytesSerialized.add(bytes);
    }

    void compared(int bytes) {
        bytesCompared.add(bytes);
    }

    void sent(int bytes) {
        bytesSent.add(bytes);
    }

    void attributeUnreadable() {
        attributesUnreadable.increment();
    }

    void attributeRefused() {
        attributesRefused.increment();
    }

    void conflict() {
        conflicts.increment();
    }

    void attributeMerged() {
        attributesMerged.increment();
    }

    void sessionCreated() {
        sessionsCreated.increment();
    }

    void sessionExpired() {
        sessionsExpired.increment();
    }

    void sessionInvalidated() {
        sessionsInvalidated.increment();
    }

    void sessionRestored() {
        sessionsRestored.increment();
    }

    void sessionPutBack() {
        sessionsPutBack.increment();
    }

    void useUntold() {
        usesUntold.increment();
    }

    SessionStatistics snapshot(long sessionsLive, CallTimes gridCalls, ReplicationState replication) {
        return new SessionStatistics(
                sessionsLive,
                commits.sum(),
                unchangedCommits.sum(),
                bytesSerialized.sum(),
                bytesCompared.sum(),
                bytesSent.sum(),
                attributesUnreadable.sum(),
                attributesRefused.sum(),
                conflicts.sum(),
                attributesMerged.sum(),
                sessionsCreated.sum(),
                sessionsExpired.sum(),
                sessionsInvalidated.sum(),
                sessionsRestored.sum(),
                sessionsPutBack.sum(),
                usesUntold.sum(),
                gridCalls,
                replication);
    }
}
