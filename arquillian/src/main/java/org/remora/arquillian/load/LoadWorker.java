package org.remora.arquillian.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** One thread of a closed loop: its users in turn, one request at a time, over a connection of its own to each node. */
final class LoadWorker implements Callable<LatencyHistogram> {

    private final List<HttpConnection> nodes;
    private final List<User> users;
    private final long requests;
    private final Behaviour behaviour;
    private final Turns turns;
    private final AtomicBoolean stopped;

    /**
     * Which requests of a run are a worker's.
     *
     * @param pace of the whole run
     * @param first the number of the worker's first request
     * @param step from one of its requests to the next
     * @param startNanos when the run began
     */
    record Turns(Pace pace, int first, int step, long startNanos) {

        /** Waits until it is the turn of a worker's request; tells since when that waits for its answer. */
        long await(long sent) {
            return pace.awaitTurn(first + sent * step, startNanos);
        }
    }

    LoadWorker(
            List<HttpConnection> nodes,
            List<User> users,
            long requests,
            Behaviour behaviour,
            Turns turns,
            AtomicBoolean stopped) {
        this.nodes = nodes;
        this.users = users;
        this.requests = requests;
        this.behaviour = behaviour;
        this.turns = turns;
        this.stopped = stopped;
    }

    @Override
    public LatencyHistogram call() throws IOException {
        try {
            return askAll();
        } finally {
            for (HttpConnection node : nodes) {
                node.close();
            }
        }
    }

    private LatencyHistogram askAll() {
        LatencyHistogram latencies = new LatencyHistogram();
        int turn = 0;
        for (long sent = 0; sent < requests && !stopped.get(); sent++) {
            User user = users.get(turn);
            long start = turns.await(sent);
            Answer answer = ask(user);
            latencies.record(System.nanoTime() - start);
            check(user, answer);
            user.countAnswer();
            turn = turn + 1 == users.size() ? 0 : turn + 1;
        }
        return latencies;
    }

    private Answer ask(User user) {
        try {
            return nodes.get(behaviour.node(user)).exchange(behaviour.request(user), user.cookies());
        } catch (IOException e) {
            stopped.set(true);
            throw new LoadFailedException(describe(user) + " was not answered: " + e, e);
        }
    }

    private void check(User user, Answer answer) {
        if (!behaviour.isRight(user, answer)) {
            stopped.set(true);
            throw new LoadFailedException(describe(user) + " was answered wrongly: " + answer);
        }
    }

    private String describe(User user) {
        return "request %d of user %s, %s to node %d,"
                .formatted(user.answered() + 1, user.tag(), behaviour.request(user), behaviour.node(user));
    }
}
