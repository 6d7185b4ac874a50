package org.remora.management;

import java.util.function.Supplier;
import org.remora.session.live.SessionStatistics;

/**
 * Reads the statistics anew at every question.
 *
 * @param node whose
 * @param application its name
 * @param statistics what is read
 */
record Sessions(String node, String application, Supplier<SessionStatistics> statistics) implements SessionsRow {

    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    static Sessions of(String node, String application, SessionStatistics present) {
        return new Sessions(node, application, () -> present);
    }

    SessionStatistics now() {
        return statistics.get();
    }

    @Override
    public String getNode() {
        return node;
    }

    @Override
    public String getApplication() {
        return application;
    }

    @Override
    public long getSessionsLive() {
        return statistics.get().sessionsLive();
    }

    @Override
    public long getCommits() {
        return statistics.get().commits();
    }

    @Override
    public long getCommitsWithoutChange() {
        return statistics.get().unchangedCommits();
    }

    @Override
    public long getBytesSerialized() {
        return statistics.get().bytesSerialized();
    }

    @Override
    public long getBytesCompared() {
        return statistics.get().bytesCompared();
    }

    @Override
    public long getBytesSent() {
        return statistics.get().bytesSent();
    }

    @Override
    public long getAttributesUnreadable() {
        return statistics.get().attributesUnreadable();
    }

    @Override
    public long getAttributesRefused() {
        return statistics.get().attributesRefused();
    }

    @Override
    public long getConflicts() {
        return statistics.get().conflicts();
    }

    @Override
    public long getAttributesMerged() {
        return statistics.get().attributesMerged();
    }

    @Override
    public long getSessionsCreated() {
        return statistics.get().sessionsCreated();
    }

    @Override
    public long getSessionsExpired() {
        return statistics.get().sessionsExpired();
    }

    @Override
    public long getSessionsInvalidated() {
        return statistics.get().sessionsInvalidated();
    }

    @Override
    public long getSessionsRestored() {
        return statistics.get().sessionsRestored();
    }

    @Override
    public long getSessionsPutBack() {
        return statistics.get().sessionsPutBack();
    }

    @Override
    public long getUsesUntold() {
        return statistics.get().usesUntold();
    }

    @Override
    public long getOutages() {
        return statistics.get().replication().outages();
    }

    @Override
    public long getSuspendedCommits() {
        return statistics.get().replication().suspendedCommits();
    }

    @Override
    public int getSuspendedSessions() {
        return statistics.get().replication().sessionsWaiting();
    }

    @Override
    public boolean isReplicationSuspended() {
        return statistics.get().replication().suspendedSince().isPresent();
    }

    @Override
    public long getGridCalls() {
        return statistics.get().gridCalls().calls();
    }

    @Override
    public long getGridCallP50Micros() {
        return statistics.get().gridCalls().atMostMicros(HALF);
    }

    @Override
    public long getGridCallP99Micros() {
        return statistics.get().gridCalls().atMostMicros(NEARLY_ALL);
    }
}
