package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.remora.session.Patience;
import org.remora.session.codec.NotStorableException;

/** A request that uses a session. */
final class Visit {

    private final LiveSessions live;
    private final LiveSession session;
    private final long number;

    private Visit(LiveSessions live, LiveSession session) {
        this.live = live;
        this.session = session;
        this.number = live.beginRequest(session);
    }

    static Visit of(LiveSessions live, LiveSession session) {
        return new Visit(live, session);
    }

    LiveSession session() {
        return session;
    }

    @Nullable
    Object get(String name) {
        return live.attribute(session, name);
    }

    /** The list in an attribute, as the application has it in its hands. */
    @SuppressWarnings("unchecked") // the tests put nothing else there
    List<Object> list(String name) {
        Object value = get(name);
        assertThat(value).isInstanceOf(List.class);
        return (List<Object>) value;
    }

    Visit set(String name, Object value) {
        try {
            session.attributes().set(name, value);
        } catch (NotStorableException e) {
            throw new IllegalArgumentException(name, e);
        }
        return this;
    }

    Visit remove(String name) {
        session.attributes().remove(name);
        return this;
    }

    CommitOutcome commit() {
        return commit(live.patience());
    }

    CommitOutcome commit(Patience patience) {
        return live.commit(session, number, patience);
    }

    /** A commit that has to reach the grid. */
    void safe() {
        assertThat(commit()).isEqualTo(CommitOutcome.SAFE);
    }

    /** The request has gone through. */
    void end() {
        live.endRequest(session);
    }
}
