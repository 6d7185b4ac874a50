package org.remora.arquillian.benchmark;

import org.remora.arquillian.load.Answer;
import org.remora.arquillian.load.Behaviour;
import org.remora.arquillian.load.Request;
import org.remora.arquillian.load.User;

/** Users that repeat one action in the session they have. */
record ActionBehaviour(Action action, Request request, Routing routing, int nodes) implements Behaviour {

    private static final int OK = 200;

    ActionBehaviour(Action action, Routing routing, int nodes) {
        this(action, Request.get(BenchmarkApplication.CONTEXT_ROOT + action.path()), routing, nodes);
    }

    @Override
    public int node(User user) {
        return routing.node(user, nodes);
    }

    @Override
    public Request request(User user) {
        return request;
    }

    @Override
    public boolean isRight(User user, Answer answer) {
        return answer.status() == OK && answer.body().equals(action.expected(user));
    }
}
