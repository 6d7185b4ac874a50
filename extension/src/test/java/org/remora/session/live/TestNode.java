package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.remora.config.SessionSettings;
import org.remora.session.SessionId;
import org.remora.session.SessionNews;
import org.remora.session.SessionSamples;
import org.remora.session.SessionStore;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.merge.Mergers;

/** One node's live sessions of an application, and the requests that come to it. */
final class TestNode {

    private static final int TIMEOUT_SECONDS = 1800;

    private final LiveSessions live;
    private final ObservedStore store;

    TestNode(SessionStore store, SessionSettings settings, TurnedClock clock) {
        this(store, settings, clock, new TestCodec());
    }

    TestNode(SessionStore store, SessionSettings settings, TurnedClock clock, AttributeCodec codec) {
        this(store, settings, clock, codec, Mergers.NONE);
    }

    TestNode(SessionStore store, SessionSettings settings, TurnedClock clock, AttributeCodec codec, Mergers mergers) {
        this.store = new ObservedStore(store);
        this.live = new LiveSessions(
                SessionSamples.APPLICATION, settings, this.store, codec, mergers, clock.clocks(), SessionNews.UNTOLD);
    }

    LiveSessions live() {
        return live;
    }

    ObservedStore store() {
        return store;
    }

    /** A request that makes a session. */
    Visit newSession() {
        return Visit.of(live, live.create(TIMEOUT_SECONDS));
    }

    /** A session that the grid has. */
    SessionId stored(Object... namesAndValues) {
        Visit visit = newSession();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            visit.set((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        assertThat(visit.commit()).isEqualTo(CommitOutcome.SAFE);
        store.newCalls();
        return visit.session().id();
    }

    /** A request whose cookie names this node. */
    Visit sticky(SessionId id) {
        return visit(id, true);
    }

    /** A request whose cookie names another node. */
    Visit foreign(SessionId id) {
        return visit(id, false);
    }

    private Visit visit(SessionId id, boolean routedHere) {
        LiveSession session = assertThat(live.find(id, routedHere))
                .asInstanceOf(InstanceOfAssertFactories.type(Resolution.Present.class))
                .actual()
                .session();
        return Visit.of(live, session);
    }
}
