package org.remora.session.jcache;

import com.hazelcast.spi.impl.InternalCompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A wait for the grid's answer that ends in time, in every thread.
 *
 * <p>In a thread of a {@link java.util.concurrent.ForkJoinPool}, as parallel streams and {@code CompletableFuture}
 * have, Hazelcast's own wait does not end before the answer is there, whatever time it was given: its
 * {@code ManagedBlocker} counts as released only then ({@code AbstractInvocationFuture.manageParking} of Hazelcast
 * 5.3).
 */
final class TimedWait {

    private TimedWait() {}

    /**
     * Returns the answer.
     *
     * @param nanos how long to wait; an answer that is there is returned without a wait
     * @throws TimeoutException if there is none in time
     */
    static <T> T get(InternalCompletableFuture<T> answer, long nanos)
            throws TimeoutException, ExecutionException, InterruptedException {
        if (ForkJoinTask.inForkJoinPool() && !answer.isDone()) {
            CountDownLatch done = new CountDownLatch(1);
            Object unused = answer.whenCompleteAsync((value, failure) -> done.countDown(), Runnable::run);
            if (!done.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
        }
        return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }
}
