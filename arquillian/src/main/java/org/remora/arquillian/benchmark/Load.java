package org.remora.arquillian.benchmark;

import org.remora.arquillian.load.Behaviour;

/** What the users of a scenario do. */
sealed interface Load {

    /**
     * Prepares the scenario on a subject: creates the sessions that it begins with.
     *
     * @param users how many users there are, where that number matters
     * @throws InterruptedException if the thread is interrupted
     */
    Trial begin(RunningSubject on, int users) throws InterruptedException;

    /** Users without a session repeat one request. */
    record Repeated(Action action) implements Load {

        @Override
        public Trial begin(RunningSubject on, int users) {
            return new RepeatedTrial(
                    on.loop(), on.newUsers(users), on.behaviour(action, Routing.STICKY), endOfSession(on));
        }
    }

    /** Each user has a session from the beginning and repeats one request in it. */
    record InSession(SessionShape shape, Action action, Routing routing) implements Load {

        @Override
        public Trial begin(RunningSubject on, int users) throws InterruptedException {
            return new RepeatedTrial(on.loop(), on.newUsers(users), on.behaviour(action, routing), endOfSession(on))
                    .createSessions(shape);
        }
    }

    /** Each request is that of a new user and creates a session. */
    record NewSessions(SessionShape shape) implements Load {

        @Override
        public Trial begin(RunningSubject on, int users) {
            return new NewSessionsTrial(on, shape, endOfSession(on));
        }
    }

    private static Behaviour endOfSession(RunningSubject on) {
        return on.behaviour(Action.END, Routing.STICKY);
    }
}
