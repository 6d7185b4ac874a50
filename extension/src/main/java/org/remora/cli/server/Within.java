package org.remora.cli.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;

/**
 * Waits for something that may never come, such as the answer of a frozen process: the work is left to a thread that
 * does not keep the process alive.
 */
final class Within {

    private Within() {}

    /**
     * Does something.
     *
     * @param longest how long to wait
     * @param whom who is waited for, to be told if it takes too long
     * @throws CommandFailedException if the time is over
     * @throws ExecutionException what the work has thrown
     */
    static <T> T call(Duration longest, String whom, Callable<T> work) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "remora-call");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CommandFailedException(
                    ExitCode.UNREACHABLE, whom + " does not answer within " + longest.toSeconds() + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(ExitCode.UNREACHABLE, "Interrupted while waiting for " + whom + ".", e);
        }
    }
}
