package org.remora.management;

import java.util.function.Supplier;
import org.remora.session.live.SessionStatistics;

/** Reads the statistics anew at every question. */
record Sessions(Supplier<SessionStatistics> statistics) implements SessionsMXBean {

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
    public long getAttributesMerged() {
        return statistics.get().attributesMerged();
    }

    @Override
    public long getSessionsCreated() {
        return statistics.get().sessionsCreated();
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
}
