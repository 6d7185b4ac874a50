package org.remora.arquillian.benchmark;

import java.util.List;
import org.remora.arquillian.load.Behaviour;
import org.remora.arquillian.load.LoadResult;
import org.remora.arquillian.load.Pace;
import org.remora.arquillian.load.User;

/** A trial in which each request comes from a new user and creates a session. */
final class NewSessionsTrial implements Trial {

    private final RunningSubject subject;
    private final SessionShape shape;
    private final Behaviour end;
    private List<User> latest = List.of();

    NewSessionsTrial(RunningSubject subject, SessionShape shape, Behaviour end) {
        this.subject = subject;
        this.shape = shape;
        this.end = end;
    }

    @Override
    public LoadResult run(long requests, Pace pace) throws InterruptedException {
        latest = subject.newUsers(Math.toIntExact(requests));
        return subject.loop().run(latest, requests, new CreationBehaviour(shape), pace);
    }

    @Override
    public void clear() throws InterruptedException {
        if (!latest.isEmpty()) {
            subject.loop().once(latest, end);
        }
        latest = List.of();
    }

    @Override
    public void finish() throws InterruptedException {
        clear();
    }
}
