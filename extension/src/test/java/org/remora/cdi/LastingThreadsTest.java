package org.remora.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LastingThreadsTest {

    private final ExecutorService server = Executors.newCachedThreadPool();
    private final AtomicInteger tasks = new AtomicInteger();
    private final AtomicInteger under = new AtomicInteger();
    private final LastingThreads threads = new LastingThreads(task -> {
        tasks.incrementAndGet();
        server.execute(() -> {
            under.incrementAndGet();
            task.run();
            under.decrementAndGet();
        });
    });

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void execute_whileAThreadWaits_isDoneByThatThread() {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        CompletableFuture.runAsync(() -> used.add(Thread.currentThread()), threads)
                .join();
        Thread first = used.iterator().next();
        await().until(() -> first.getState() == Thread.State.TIMED_WAITING);

        CompletableFuture.runAsync(() -> used.add(Thread.currentThread()), threads)
                .join();

        assertThat(used).containsExactly(first);
        assertThat(tasks).hasValue(1);
    }

    @Test
    void execute_whileAllAreBusy_takesAnotherThread() throws Exception {
        CountDownLatch together = new CountDownLatch(3);
        for (int number = 0; number < 3; number++) {
            threads.execute(() -> {
                together.countDown();
                try {
                    together.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        together.await();

        assertThat(tasks).hasValue(3);
    }

    @Test
    void thread_withoutWork_goesBackToTheServer() {
        CompletableFuture.runAsync(() -> {}, threads).join();

        await().until(() -> under.get() == 0);
    }
}
