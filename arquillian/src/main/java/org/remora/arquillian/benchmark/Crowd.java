package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.remora.arquillian.load.LoadFailedException;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.PayaraServer;

/** Sessions that rest in the grid while nobody uses them, and what the servers say of them. */
final class Crowd {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int AT_A_TIME = 20_000;
    private static final int FOR_LONG = 1_000_000;

    private final List<PayaraServer> servers;

    Crowd(List<PayaraServer> servers) {
        this.servers = List.copyOf(servers);
    }

    /** Makes sessions that do not end, an equal share on each server at the same time. */
    void gather(int count) throws InterruptedException {
        gather(count, FOR_LONG, 0);
    }

    /** Makes sessions that time out from now on, all of them within a time. */
    void gatherEnding(int count, Duration within) throws InterruptedException {
        gather(count, 1, Math.toIntExact(within.toSeconds()));
    }

    private void gather(int count, int seconds, int spread) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(servers.size());
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (PayaraServer server : servers) {
                parts.add(threads.submit(() -> gather(server, count / servers.size(), seconds, spread)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new LoadFailedException("the sessions could not be made: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void gather(PayaraServer server, int count, int seconds, int spread) throws IOException {
        for (int left = count; left > 0; left -= AT_A_TIME) {
            int now = Math.min(left, AT_A_TIME);
            long made = asked(server, "/crowd?count=" + now + "&seconds=" + seconds + "&spread=" + spread);
            if (made != now) {
                throw new LoadFailedException(made + " sessions were made on " + server.name() + " instead of " + now);
            }
        }
        return null;
    }

    /** The heap in use on all servers together after a collection, in bytes. */
    long heapBytes() throws IOException {
        return sum("/heap");
    }

    /** How many sessions have ended so far, as the application was told. */
    long ended() throws IOException {
        return sum("/ended");
    }

    private long sum(String path) throws IOException {
        long sum = 0;
        for (PayaraServer server : servers) {
            sum += asked(server, path);
        }
        return sum;
    }

    private static long asked(PayaraServer server, String path) throws IOException {
        return Long.parseLong(new Browser(PATIENCE)
                .get(server, BenchmarkApplication.CONTEXT_ROOT + path)
                .body()
                .strip());
    }
}
