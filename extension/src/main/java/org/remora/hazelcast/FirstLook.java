package org.remora.hazelcast;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long a starting node looks for others: until one is found, or until there is no more to wait for. */
final class FirstLook {

    private final Duration longest;
    private final CountDownLatch over = new CountDownLatch(1);

    FirstLook(Duration longest) {
        this.longest = longest;
    }

    /** Somebody was found. */
    void end() {
        over.countDown();
    }

    /** Ends when this is complete. */
    void endWith(CompletionStage<?> stage) {
        CompletionStage<?> unused = stage.whenComplete((nothing, failure) -> over.countDown());
    }

    /** Waits, for the longest time at most; returns at once after the end. */
    void await() {
        try {
            if (!over.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                over.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
