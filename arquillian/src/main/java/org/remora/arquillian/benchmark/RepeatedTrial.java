package org.remora.arquillian.benchmark;

import java.util.List;
import org.remora.arquillian.load.Behaviour;
import org.remora.arquillian.load.ClosedLoop;
import org.remora.arquillian.load.LoadResult;
import org.remora.arquillian.load.Pace;
import org.remora.arquillian.load.User;

/** A trial whose users stay the same, each with the session it has, if any. */
final class RepeatedTrial implements Trial {

    private final ClosedLoop loop;
    private final List<User> users;
    private final Behaviour behaviour;
    private final Behaviour end;

    RepeatedTrial(ClosedLoop loop, List<User> users, Behaviour behaviour, Behaviour end) {
        this.loop = loop;
        this.users = users;
        this.behaviour = behaviour;
        this.end = end;
    }

    /** Gives each user a session. */
    RepeatedTrial createSessions(SessionShape shape) throws InterruptedException {
        loop.once(users, new CreationBehaviour(shape));
        users.forEach(User::startCounting);
        return this;
    }

    @Override
    public LoadResult run(long requests, Pace pace) throws InterruptedException {
        return loop.run(users, requests, behaviour, pace);
    }

    @Override
    public void clear() {
        // the sessions go on in the next run
    }

    @Override
    public void finish() throws InterruptedException {
        loop.once(users, end);
    }
}
