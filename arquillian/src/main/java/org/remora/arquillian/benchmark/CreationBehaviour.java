package org.remora.arquillian.benchmark;

import org.remora.arquillian.load.Answer;
import org.remora.arquillian.load.Behaviour;
import org.remora.arquillian.load.Request;
import org.remora.arquillian.load.User;

/** Users that create their session, each on its own node. */
record CreationBehaviour(SessionShape shape) implements Behaviour {

    private static final int OK = 200;

    @Override
    public int node(User user) {
        return user.home();
    }

    @Override
    public Request request(User user) {
        return Request.get(BenchmarkApplication.CONTEXT_ROOT + shape.creationPath(user.tag()));
    }

    @Override
    public boolean isRight(User user, Answer answer) {
        return answer.status() == OK && answer.body().equals(user.tag());
    }
}
