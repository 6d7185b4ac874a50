package org.remora.session.live;

import java.util.List;

/** Is asked to tell the application of the ends of sessions. */
record Teller(List<LiveSession> asked) implements SessionObserver {

    @Override
    public void ended(LiveSession session) {
        asked.add(session);
    }

    @Override
    public boolean passivating(LiveSession session, String name, Object value) {
        return false;
    }

    @Override
    public void activated(LiveSession session, String name, Object value) {
        // of no interest here
    }
}
