package org.remora.hazelcast;

import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.spi.impl.NodeEngineImpl;
import com.hazelcast.spi.impl.executionservice.ExecutionService;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether all data has all its copies, in a thread of Hazelcast's: where a member does not answer, Hazelcast waits
 * for much longer than whoever wants to know.
 *
 * <p>Safe for use by several threads, which share one question.
 */
final class ClusterSafety {

    private final NodeEngineImpl engine;
    private @Nullable CompletableFuture<Boolean> question;

    ClusterSafety(NodeEngineImpl engine) {
        this.engine = engine;
    }

    /**
     * Asks all members.
     *
     * @param longest how long to wait for them
     * @return whether it is known that all data has all its copies; false also if a member has not answered, and after
     *     the end of this one
     */
    boolean isSafe(Duration longest) {
        try {
            return question().get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException
                | ExecutionException
                | RejectedExecutionException
                | HazelcastInstanceNotActiveException notKnown) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One at a time: while one is not answered, another would not be either. */
    private synchronized CompletableFuture<Boolean> question() {
        CompletableFuture<Boolean> present = question;
        if (present == null || present.isDone()) {
            present = CompletableFuture.supplyAsync(
                    () -> engine.getHazelcastInstance().getPartitionService().isClusterSafe(),
                    engine.getExecutionService().getExecutor(ExecutionService.ASYNC_EXECUTOR));
            question = present;
        }
        return present;
    }
}
