package org.remora.management;

import org.remora.session.SessionSummary;

/** A row of a page. */
record ListedSession(SessionSummary summary) implements SessionRow {

    @Override
    public String getId() {
        return summary.id();
    }

    @Override
    public String getApplication() {
        return summary.application();
    }

    @Override
    public String getLogin() {
        return summary.login();
    }

    @Override
    public String getNode() {
        return summary.node();
    }

    @Override
    public long getCreatedMillis() {
        return summary.createdMillis();
    }

    @Override
    public long getAccessedMillis() {
        return summary.accessedMillis();
    }

    @Override
    public int getTimeoutSeconds() {
        return summary.maxInactiveSeconds();
    }

    @Override
    public int getAttributes() {
        return summary.attributes();
    }

    @Override
    public long getBytes() {
        return summary.bytes();
    }
}
