package org.remora.management;

import java.util.List;
import org.remora.session.SessionDirectory;
import org.remora.session.SessionQuery;

/** A page as the directory has it. */
record ListedSessions(SessionDirectory.Page page, SessionQuery query) implements SessionPage {

    @Override
    public List<SessionRow> getSessions() {
        return page.listing().sessions().stream()
                .<SessionRow>map(ListedSession::new)
                .toList();
    }

    @Override
    public long getTotal() {
        return page.listing().total();
    }

    @Override
    public String getNext() {
        int count = page.listing().sessions().size();
        return count < query.limit()
                ? ""
                : page.listing().sessions().get(count - 1).id();
    }

    @Override
    public List<String> getSilent() {
        return page.silent();
    }
}
