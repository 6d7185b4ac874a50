package org.remora.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.record.JobSamples;

/** A timer and a clock that a test turns; what is due runs in the test's thread, in order. */
final class TurnedLane extends AbstractExecutorService implements ScheduledExecutorService {

    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>();
    private long nowNanos;
    private long number;
    private long runs;

    JobClock clock() {
        InstantSource time = () -> Instant.ofEpochMilli(JobSamples.NOW).plusNanos(now());
        return new JobClock(time, this::now);
    }

    private synchronized long now() {
        return nowNanos;
    }

    /** How many tasks have run. */
    long runs() {
        return runs;
    }

    /** Runs what is due now. */
    void settle() {
        turn(Duration.ZERO);
    }

    /** Lets time pass. */
    void turn(Duration time) {
        long untilNanos = now() + time.toNanos();
        for (Task<?> task = next(untilNanos); task != null; task = next(untilNanos)) {
            runs++;
            task.run();
        }
        sleep(untilNanos);
    }

    /** Time passes, and nothing runs meanwhile. */
    void sleep(Duration time) {
        sleep(now() + time.toNanos());
    }

    private synchronized void sleep(long untilNanos) {
        nowNanos = untilNanos;
    }

    private synchronized @Nullable Task<?> next(long untilNanos) {
        Task<?> first = tasks.peek();
        if (first == null || first.dueNanos > untilNanos) {
            return null;
        }
        nowNanos = Math.max(nowNanos, first.dueNanos);
        return tasks.poll();
    }

    @Override
    public void execute(Runnable command) {
        ScheduledFuture<?> unused = schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    command.run();
                    return true;
                },
                delay,
                unit);
    }

    @Override
    public synchronized <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        Task<V> task = new Task<>(work, nowNanos + unit.toNanos(delay), number++);
        tasks.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("Nothing is repeated");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("Nothing is repeated");
    }

    @Override
    public void shutdown() {
        // there is no thread
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long dueNanos;
        private final long order;

        Task(Callable<V> work, long dueNanos, long order) {
            super(work);
            this.dueNanos = dueNanos;
            this.order = order;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - now(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Task<?> task = (Task<?>) other;
            return dueNanos == task.dueNanos ? Long.compare(order, task.order) : Long.compare(dueNanos, task.dueNanos);
        }

        @Override
        protected void done() {
            if (!isCancelled()) {
                try {
                    Object unused = get(0, TimeUnit.SECONDS);
                } catch (InterruptedException | ExecutionException | TimeoutException e) {
                    throw new AssertionError("A task of the lane has failed", e);
                }
            }
        }
    }
}
