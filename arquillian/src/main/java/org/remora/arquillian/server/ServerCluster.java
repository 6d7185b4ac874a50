package org.remora.arquillian.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The running nodes of a {@link ClusterSpec}.
 *
 * <p>A node that was killed keeps its place and is started again on its ports. To be used by one thread.
 */
public final class ServerCluster implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ClusterSpec spec;
    private final List<PayaraServer> nodes;

    private ServerCluster(ClusterSpec spec, List<PayaraServer> nodes) {
        this.spec = spec;
        this.nodes = nodes;
    }

    /**
     * Starts all nodes at once and returns without waiting for them.
     *
     * @throws ServerFailedException if a process cannot be started
     */
    public static ServerCluster start(ClusterSpec spec) {
        return start(spec, List.of());
    }

    /**
     * Starts all nodes at once, each with an application that the others do not have, and returns without waiting for
     * them.
     *
     * @param each the applications of the first node, the second and so on; fewer than nodes are enough
     * @throws ServerFailedException if a process cannot be started
     */
    public static ServerCluster start(ClusterSpec spec, List<Deployment> each) {
        List<PayaraServer> started = new ArrayList<>();
        IntStream.range(0, spec.nodes().size())
                .mapToObj(index ->
                        index < each.size() ? spec.node(index).withDeployment(each.get(index)) : spec.node(index))
                .forEach(node -> started.add(PayaraServer.start(node)));
        return new ServerCluster(spec, started);
    }

    /**
     * Waits until every node answers and sees all nodes that are alive, and no other.
     *
     * @return this cluster
     * @throws ServerFailedException if a node ends or the time is over; all nodes are killed then
     */
    public ServerCluster awaitMembers(Membership membership, Duration timeout) {
        long deadlineNanos = System.nanoTime() + timeout.toNanos();
        try {
            List<PayaraServer> alive = alive();
            alive.forEach(node -> node.awaitReady(remaining(deadlineNanos)));
            alive.forEach(node -> awaitView(node, membership, deadlineNanos));
            return this;
        } catch (ServerFailedException failure) {
            close();
            throw failure;
        }
    }

    private void awaitView(PayaraServer node, Membership membership, long deadlineNanos) {
        Set<String> expected =
                Set.copyOf(alive().stream().map(PayaraServer::name).toList());
        String seen = "nothing";
        while (System.nanoTime() - deadlineNanos < 0) {
            try {
                List<String> members = membership.seenBy(node);
                if (Set.copyOf(members).equals(expected)) {
                    return;
                }
                seen = members.toString();
            } catch (IOException silent) {
                seen = silent.toString();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new ServerFailedException(node + " sees " + seen + " instead of " + expected + "; the end of its log:\n"
                + node.log().tail(60));
    }

    private static Duration remaining(long deadlineNanos) {
        return Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime()));
    }

    private List<PayaraServer> alive() {
        return nodes.stream().filter(PayaraServer::isAlive).toList();
    }

    /** Returns what the cluster was started with. */
    public ClusterSpec spec() {
        return spec;
    }

    /** Returns a node by its place, counted from 0. */
    public PayaraServer node(int index) {
        return nodes.get(index);
    }

    /** Returns the nodes in order. */
    public List<PayaraServer> nodes() {
        return List.copyOf(nodes);
    }

    /** Kills a node (SIGKILL) and waits until its process is gone. */
    public void kill(int index) {
        nodes.get(index).kill();
    }

    /**
     * Starts a node again that was killed or stopped, on the same ports, and returns without waiting for it.
     *
     * @throws ServerFailedException if it is still alive
     */
    public PayaraServer restart(int index) {
        PayaraServer anew = nodes.get(index).startAgain();
        nodes.set(index, anew);
        return anew;
    }

    /** Kills all nodes. */
    @Override
    public void close() {
        nodes.forEach(PayaraServer::close);
    }
}
