package org.remora.session.live;

import org.remora.config.SessionSettings;
import org.remora.session.SessionNews;
import org.remora.session.SessionStore;

/**
 * What everything has to do with that is done to the sessions of an application on this node.
 *
 * @param application the application's name
 * @param settings its settings
 * @param store where the records are
 * @param clocks time
 * @param copies the sessions of this node
 * @param outage whether the grid answers
 * @param news to the other nodes
 * @param restoration brings back what the grid has lost
 * @param counters what happened
 */
record Surroundings(
        String application,
        SessionSettings settings,
        SessionStore store,
        Clocks clocks,
        LiveCopies copies,
        GridOutage outage,
        SessionNews news,
        Restoration restoration,
        SessionCounters counters) {}
