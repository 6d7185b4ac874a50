package org.remora.management;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.AttributeTable;
import org.remora.session.LoginReader;
import org.remora.session.SessionDirectory;
import org.remora.session.SessionKey;
import org.remora.session.SessionKeyText;
import org.remora.session.SessionQuery;
import org.remora.session.SessionRecord;
import org.remora.session.SessionSummary;

/** Asks the directory, and writes down who has asked. */
public final class SessionAdmin implements SessionAdminMXBean {

    private static final int MOST_CHARACTERS = 500;
    private static final String NOT_ALLOWED =
            "Values are not shown: remora.management.show-values is false on this server.";
    private static final String NOT_HERE =
            "Values are not shown: the application does not run on this server. Ask one that runs it.";

    private final SessionDirectory sessions;
    private final LoginReader logins;
    private final Optional<ValueReader> values;
    private final InstantSource clock;

    /**
     * The bean of a node.
     *
     * @param sessions all sessions
     * @param logins reads the logins of records
     * @param values reads what they hold; empty if that is not allowed
     * @param clock the time of day
     */
    public SessionAdmin(
            SessionDirectory sessions, LoginReader logins, Optional<ValueReader> values, InstantSource clock) {
        this.sessions = sessions;
        this.logins = logins;
        this.values = values;
        this.clock = clock;
    }

    /**
     * Shows the bean.
     *
     * @return withdraws it
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("SessionAdmin"), this);
    }

    @Override
    public long getTimeMillis() {
        return clock.millis();
    }

    @Override
    public SessionPage list(String application, String login, String idBegin, String after, int limit) {
        SessionQuery query = new SessionQuery(application, login, idBegin, after, limit);
        return new ListedSessions(sessions.list(query), query);
    }

    @Override
    public SessionDetail show(String id, boolean withValues) {
        Named named = find(id);
        return named.session() == null ? ShownSession.none(named.outcome()) : shown(named.session(), withValues);
    }

    private SessionDetail shown(SessionSummary summary, boolean withValues) {
        SessionKey key = SessionKeyText.parse(summary.id()).orElseThrow();
        Optional<SessionRecord> stored = sessions.find(key);
        if (stored.isEmpty()) {
            return ShownSession.none("NOT_FOUND");
        }
        boolean read = withValues && values.isPresent();
        List<AttributeRow> rows = new ArrayList<>();
        String note = withValues && !read ? NOT_ALLOWED : "";
        AttributeTable table = stored.get().attributes();
        for (int row = 0; row < table.rows(); row++) {
            String name = table.name(row);
            if (!SessionSummary.isApplications(name) || table.bytes(row).length == 0) {
                continue;
            }
            Optional<String> text =
                    read ? values.flatMap(reader -> reader.text(key, stored.get(), name)) : Optional.empty();
            note = read && text.isEmpty() ? NOT_HERE : note;
            rows.add(new ShownAttribute(
                    name, table.bytes(row).length, text.map(SessionAdmin::cut).orElse("")));
        }
        String application = stored.get().application();
        if (read && note.isEmpty()) {
            AdminLog.valuesShown(summary.id(), application, Asker.name());
        } else {
            AdminLog.shown(summary.id(), application, Asker.name());
        }
        SessionSummary now = SessionSummary.of(key, stored.get(), logins.login(key, stored.get()));
        return new ShownSession("FOUND", new ListedSession(now.on(summary.node())), rows, note);
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "..";
    }

    @Override
    public String kill(String id) {
        Named named = find(id);
        if (named.session() == null) {
            return named.outcome();
        }
        SessionSummary session = named.session();
        SessionKey key = SessionKeyText.parse(session.id()).orElseThrow();
        String outcome = sessions.end(session.application(), key).name();
        AdminLog.killed(session.id(), session.application(), Asker.name(), outcome);
        return outcome;
    }

    private record Named(String outcome, @Nullable SessionSummary session) {}

    /** By all servers' lists, since nothing but its digits may be known of it. */
    private Named find(String id) {
        if (!SessionKeyText.isBegin(id)) {
            return new Named("TOO_SHORT", null);
        }
        SessionDirectory.Page page = sessions.list(new SessionQuery("", "", id, "", 2));
        List<SessionSummary> found = page.listing().sessions();
        if (found.size() > 1) {
            return new Named("AMBIGUOUS", null);
        }
        if (found.isEmpty()) {
            return new Named(page.silent().isEmpty() ? "NOT_FOUND" : "UNANSWERED", null);
        }
        return new Named("FOUND", found.get(0));
    }
}
