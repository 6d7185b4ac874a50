package org.remora.arquillian.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Drives a fixed number of users against a group of servers, over as many threads as it has connections to each server.
 * Safe for one run after another, not for runs at the same time with the same users.
 */
public final class ClosedLoop {

    private final List<InetSocketAddress> nodes;
    private final int connections;
    private final Duration patience;

    /**
     * A load generator.
     *
     * @param nodes the servers
     * @param connections threads, and so requests under way at any time
     * @param patience how long one run may take before it is broken off
     */
    public ClosedLoop(List<InetSocketAddress> nodes, int connections, Duration patience) {
        if (nodes.isEmpty() || connections < 1) {
            throw new IllegalArgumentException("need a server and a connection, got " + nodes + ", " + connections);
        }
        this.nodes = List.copyOf(nodes);
        this.connections = connections;
        this.patience = patience;
    }

    /**
     * Sends a number of requests as fast as they are answered, and returns when all are.
     *
     * @param users take turns, the first one first; more threads than users are not used
     * @throws LoadFailedException as {@link #run(List, long, Behaviour, Pace)}
     * @throws InterruptedException as {@link #run(List, long, Behaviour, Pace)}
     */
    public LoadResult run(List<User> users, long requests, Behaviour behaviour) throws InterruptedException {
        return run(users, requests, behaviour, Pace.FASTEST);
    }

    /**
     * Sends a number of requests and returns when all are answered.
     *
     * @param users take turns, the first one first; more threads than users are not used
     * @param pace how many a second at most; a request that is late, because the connection still waits for the answer
     *     to another, counts as sent when it was due
     * @throws LoadFailedException at the first wrong or missing answer, or when the run takes too long
     * @throws InterruptedException if the thread is interrupted; the run is then broken off
     */
    public LoadResult run(List<User> users, long requests, Behaviour behaviour, Pace pace) throws InterruptedException {
        List<LoadWorker> workers = workers(users, requests, behaviour, pace);
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            long start = System.nanoTime();
            List<Future<LatencyHistogram>> parts = threads.invokeAll(workers, patience.toNanos(), TimeUnit.NANOSECONDS);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            return new LoadResult(requests, elapsed, join(parts));
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Sends one request of each user as fast as they are answered.
     *
     * @throws LoadFailedException as {@link #run(List, long, Behaviour, Pace)}
     * @throws InterruptedException as {@link #run(List, long, Behaviour, Pace)}
     */
    public LoadResult once(List<User> users, Behaviour behaviour) throws InterruptedException {
        return run(users, users.size(), behaviour);
    }

    /** Users and requests are dealt out alike, so that with as many requests as users each user has one turn. */
    private List<LoadWorker> workers(List<User> users, long requests, Behaviour behaviour, Pace pace) {
        if (users.isEmpty()) {
            throw new IllegalArgumentException("a run needs at least one user");
        }
        AtomicBoolean stopped = new AtomicBoolean();
        int count = Math.min(connections, users.size());
        long startNanos = System.nanoTime();
        return IntStream.range(0, count)
                .mapToObj(worker -> new LoadWorker(
                        nodes.stream().map(HttpConnection::new).toList(),
                        everyNth(users, worker, count),
                        requests / count + (worker < requests % count ? 1 : 0),
                        behaviour,
                        new LoadWorker.Turns(pace, worker, count, startNanos),
                        stopped))
                .toList();
    }

    private static List<User> everyNth(List<User> users, int first, int step) {
        List<User> part = new ArrayList<>(users.size() / step + 1);
        for (int i = first; i < users.size(); i += step) {
            part.add(users.get(i));
        }
        return part;
    }

    private LatencyHistogram join(List<Future<LatencyHistogram>> parts) throws InterruptedException {
        LatencyHistogram all = new LatencyHistogram();
        for (Future<LatencyHistogram> part : parts) {
            all.add(result(part));
        }
        return all;
    }

    private LatencyHistogram result(Future<LatencyHistogram> part) throws InterruptedException {
        try {
            return part.get();
        } catch (CancellationException e) {
            throw new LoadFailedException("the run took longer than " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LoadFailedException failed
                    ? failed
                    : new LoadFailedException("the load generator failed: " + e.getCause(), e);
        }
    }
}
