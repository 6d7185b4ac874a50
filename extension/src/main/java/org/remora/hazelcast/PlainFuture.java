package org.remora.hazelcast;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A future of the JDK for one of Hazelcast's: those of invocations do not time out for who waits on a thread of a
 * {@link java.util.concurrent.ForkJoinPool}, since they go on to wait after each time.
 */
final class PlainFuture {

    private PlainFuture() {}

    static <T> CompletableFuture<@Nullable T> of(CompletionStage<T> answer) {
        CompletableFuture<@Nullable T> plain = new CompletableFuture<>();
        Object unused = answer.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        plain.complete(value);
                    } else {
                        plain.completeExceptionally(failure);
                    }
                },
                Runnable::run);
        return plain;
    }
}
