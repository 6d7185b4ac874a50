package org.remora.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A page of sessions.
 *
 * @param sessions those of the page, in the order of their ids
 * @param total how many there are in all, on whatever page
 */
public record SessionListing(List<SessionSummary> sessions, long total) {

    private static final Comparator<SessionSummary> BY_ID = Comparator.comparing(SessionSummary::id);

    /** Copies the list. */
    public SessionListing {
        sessions = List.copyOf(sessions);
    }

    /** Takes sessions in any order, and keeps no more than the page. To be used by one thread. */
    public static final class Collector {

        private final SessionQuery query;
        private final PriorityQueue<SessionSummary> lastFirst = new PriorityQueue<>(BY_ID.reversed());
        private long total;

        /**
         * A page without sessions.
         *
         * @param query what is wanted
         */
        public Collector(SessionQuery query) {
            this.query = query;
        }

        /**
         * A session that is wanted.
         *
         * @param session the session
         */
        public void add(SessionSummary session) {
            total++;
            offer(session);
        }

        /**
         * A page of another part of the sessions.
         *
         * @param page what a node has listed by the same query
         */
        public void addAll(SessionListing page) {
            total += page.total();
            page.sessions().forEach(this::offer);
        }

        private void offer(SessionSummary session) {
            if (session.id().compareTo(query.after()) <= 0) {
                return;
            }
            lastFirst.add(session);
            if (lastFirst.size() > query.limit()) {
                SessionSummary unused = lastFirst.poll();
            }
        }

        /**
         * The page.
         *
         * @return what was kept
         */
        public SessionListing page() {
            List<SessionSummary> sorted = new ArrayList<>(lastFirst);
            sorted.sort(BY_ID);
            return new SessionListing(sorted, total);
        }
    }
}
