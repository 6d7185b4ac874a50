package org.remora.session.servlet;

import java.util.function.Consumer;
import org.remora.session.NodeRegistration;
import org.remora.session.SessionKey;
import org.remora.session.SessionsOnNode;
import org.remora.session.live.LiveSession;
import org.remora.session.live.LiveSessions;

/**
 * Ends sessions of an application that no request of theirs ends, and tells the application on a thread of its own.
 *
 * <p>Whichever node calls, the session is taken by one, and only that one tells its application.
 */
final class SessionEnding implements SessionsOnNode {

    private final LiveSessions live;
    private final EndThread thread;
    private Runnable unregister = () -> {};

    SessionEnding(LiveSessions live, EndThread thread) {
        this.live = live;
        this.thread = thread;
    }

    /** Does something for the application, soon. */
    void soon(Runnable work) {
        thread.run(work);
    }

    @Override
    public boolean endOverdue(SessionKey key, long overAtMillis, int maxIdleSeconds) {
        return thread.offer(() -> live.events().endOverdue(key, overAtMillis, maxIdleSeconds));
    }

    @Override
    public void endNow(SessionKey key, Consumer<Boolean> done) {
        thread.run(() -> done.accept(live.events().end(key)));
    }

    @Override
    public void ended(SessionKey key) {
        live.events().ended(key);
    }

    @Override
    public void changed(SessionKey key) {
        live.events().changed(key);
    }

    @Override
    public void lost() {
        live.events().lost();
    }

    @Override
    public void merged() {
        live.events().merged();
    }

    /** This node has taken a session; the application is told on the thread for that. */
    void taken(ApplicationSessions application, LiveSession session) {
        thread.run(() -> application.shown(session).tellOfTheEnd());
    }

    /** Other nodes can have sessions ended here from now on. */
    void start(NodeRegistration registration) {
        unregister = registration.register(this);
    }

    /** The application stops on this node: what waits is still done. */
    void stop() {
        unregister.run();
        thread.stop();
        live.drop();
    }
}
