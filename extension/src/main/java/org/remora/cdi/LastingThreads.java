package org.remora.cdi;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs pieces of work on a server's threads, one after the other on the same as long as they keep coming.
 *
 * <p>For each task that it is given Payara gathers the application's context anew, and looks through all jars for who
 * has something to add ({@code ContextSetupProviderImpl.saveContext} of Payara 6.2025.10). That costs more than all
 * that is done about a small job. As many threads are used at a time as there is work; one that has nothing to do for a
 * second goes back to the server.
 */
final class LastingThreads implements Executor {

    private static final Duration LASTING = Duration.ofSeconds(1);

    private final Executor server;
    // Takes work only for a thread that waits for it.
    private final SynchronousQueue<Runnable> handOver = new SynchronousQueue<>();

    LastingThreads(Executor server) {
        this.server = server;
    }

    @Override
    public void execute(Runnable work) {
        if (!handOver.offer(work)) {
            server.execute(() -> workOn(work));
        }
    }

    private void workOn(Runnable first) {
        for (@Nullable Runnable work = first; work != null; work = next()) {
            work.run();
        }
    }

    private @Nullable Runnable next() {
        try {
            return handOver.poll(LASTING.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server wants its thread back
            return null;
        }
    }
}
