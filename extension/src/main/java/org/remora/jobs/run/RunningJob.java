package org.remora.jobs.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobContext;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.ProgressStep;

/** A job that this node has claimed, from the claim until its end is reported. */
final class RunningJob implements JobContext {

    /** Why a job is to stop. */
    enum Reason {
        CANCELLED,
        TIMED_OUT,
        LEASE_LOST,
        LEAVING
    }

    private static final Duration RENEWED_AFTER = JobIndex.LEASE.dividedBy(4);

    private final JobRecord record;
    private final JobClock clock;
    private long leaseUntilNanos;
    private long renewedNanos;
    private volatile @Nullable Reason stopping;
    private long stoppingNanos;
    private @Nullable Thread thread;
    private long beganNanos;
    private boolean isAbandoned;
    private volatile boolean isReported;
    private @Nullable ProgressStep unsaid;
    private CompletableFuture<Boolean> told = CompletableFuture.completedFuture(true);

    /** A job that was claimed by a call which was sent at some time. */
    RunningJob(JobRecord record, JobClock clock, long claimedNanos) {
        this.record = record;
        this.clock = clock;
        this.renewedNanos = claimedNanos;
        this.leaseUntilNanos = claimedNanos + JobIndex.LEASE.toNanos();
    }

    JobRecord record() {
        return record;
    }

    /** The calling thread begins; false if it is not to begin any more. */
    synchronized boolean begin() {
        if (stopping != null) {
            return false;
        }
        thread = Thread.currentThread();
        beganNanos = clock.nowNanos();
        return true;
    }

    /** The handler has come back; its thread is not interrupted after this. */
    synchronized void end() {
        thread = null;
        boolean unused = Thread.interrupted();
    }

    /** What came of it is on its way: whatever else is said of it may have been overtaken by that. */
    void reported() {
        isReported = true;
    }

    boolean isReported() {
        return isReported;
    }

    /** Tells the handler to stop; the first reason counts. */
    synchronized boolean stop(Reason reason) {
        if (stopping != null) {
            return false;
        }
        stopping = reason;
        stoppingNanos = clock.nowNanos();
        if (thread != null) {
            thread.interrupt();
        }
        return true;
    }

    @Nullable
    Reason stopping() {
        return stopping;
    }

    /** Ends the job without its handler, which has not come back; the thread that hangs, null if none does. */
    synchronized @Nullable Thread abandonAfter(Duration patience) {
        boolean isHanging = stopping != null && !isAbandoned && clock.nowNanos() - stoppingNanos > patience.toNanos();
        if (!isHanging || thread == null) {
            return null;
        }
        isAbandoned = true;
        return thread;
    }

    /** Ends the job without its handler, which is not waited for; false if it was told to stop before. */
    synchronized boolean leave() {
        boolean isFirst = stop(Reason.LEAVING);
        isAbandoned |= isFirst && thread != null;
        return isFirst && isAbandoned;
    }

    synchronized boolean isAbandoned() {
        return isAbandoned;
    }

    Duration toldToStopSince() {
        return Duration.ofNanos(clock.nowNanos() - stoppingNanos);
    }

    synchronized boolean isTimeOver() {
        return thread != null
                && record.spec()
                        .timing()
                        .timeout()
                        .filter(limit -> clock.nowNanos() - beganNanos > limit.toNanos())
                        .isPresent();
    }

    synchronized boolean isLeaseOver() {
        return clock.nowNanos() - leaseUntilNanos > 0;
    }

    /** Whether the lease is to be renewed now. */
    synchronized boolean isRenewalDue() {
        boolean isDue = clock.nowNanos() - renewedNanos >= RENEWED_AFTER.toNanos();
        if (isDue) {
            renewedNanos = clock.nowNanos();
        }
        return isDue;
    }

    /** The lease is renewed by a call that was sent at some time: the owner counts from later. */
    synchronized void renewed(long sentNanos) {
        leaseUntilNanos = Math.max(leaseUntilNanos, sentNanos + JobIndex.LEASE.toNanos());
    }

    /**
     * Has told what was said of the progress and was not told yet, after what was told before.
     *
     * @param way tells it
     * @param later the thread for what has to wait
     * @return when all that was said is told, or could not be
     */
    synchronized CompletableFuture<Boolean> tell(
            Function<ProgressStep, CompletionStage<JobAnswer>> way, Executor later) {
        ProgressStep step = unsaid;
        unsaid = null;
        if (step != null) {
            told = inTurn(told, () -> way.apply(step).handle((answer, failure) -> failure == null), later);
        }
        return told;
    }

    /** Does something after something else: at once if that is done, else by the given thread and not the grid's. */
    static <T> CompletableFuture<T> inTurn(
            CompletableFuture<?> before, Supplier<CompletionStage<T>> next, Executor later) {
        return before.isDone() ? next.get().toCompletableFuture() : before.thenComposeAsync(done -> next.get(), later);
    }

    @Override
    public String key() {
        return record.spec().key().name();
    }

    @Override
    public int attempt() {
        return record.course().claim().attempt();
    }

    @Override
    public long token() {
        return record.course().claim().token();
    }

    @Override
    public synchronized void progress(int percent, String text) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("Progress is 0 to 100 per cent: " + percent);
        }
        unsaid = new ProgressStep(token(), percent, text);
    }

    @Override
    public boolean isCancelled() {
        return stopping != null;
    }
}
