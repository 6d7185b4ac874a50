package org.remora.jobs.run;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.ReleaseStep;
import org.remora.jobs.record.RenewStep;

/**
 * The jobs of one application that this node has claimed, from the claim until the grid knows what came of them: their
 * leases, time-outs and progress.
 *
 * <p>Looked after by the node's one thread; the rest is for any.
 */
final class RunningJobs {

    /** How long a handler has to heed that it is told to stop. */
    static final Duration HEEDING = Duration.ofSeconds(5);

    private final NodeJobs node;
    private final String application;
    private final ConcurrentHashMap<UUID, RunningJob> running = new ConcurrentHashMap<>();
    private final AtomicLong finished = new AtomicLong();
    private volatile boolean isStopped;

    RunningJobs(NodeJobs node, String application) {
        this.node = node;
        this.application = application;
    }

    /** How many have ended. */
    long finished() {
        return finished.get();
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    void begin(UUID claim, RunningJob job) {
        Object unused = running.put(claim, job);
    }

    /**
     * Tells the grid what came of a job, and before that how far it was. The lease is renewed until it has answered.
     */
    void settle(UUID claim, RunningJob job, JobStep step) {
        long unused = finished.incrementAndGet();
        JobKey key = job.record().spec().key();
        Object ignored = RunningJob.inTurn(told(key, job), () -> report(key, job, step), lane())
                .whenComplete((answer, failure) -> {
                    running.remove(claim);
                    if (failure != null && !isStopped) {
                        JobsLog.notReported(key.application(), key.name(), failure);
                    } else if (failure == null && isLost(answer) && job.stopping() == null) {
                        JobsLog.leaseLost(key.application(), key.name());
                    }
                });
    }

    private CompletionStage<JobAnswer> report(JobKey key, RunningJob job, JobStep step) {
        job.reported();
        return apply(key, step);
    }

    /** A job that is not there any more has ended: a step may be asked for twice, and an end be forgotten at once. */
    private static boolean isLost(JobAnswer answer) {
        return answer.verdict() == JobAnswer.Verdict.REFUSED;
    }

    private Executor lane() {
        return node.parts().lane();
    }

    /** Tells what its handler has said of its progress, if there is something new. */
    private CompletableFuture<Boolean> told(JobKey key, RunningJob job) {
        return job.tell(progress -> apply(key, progress), lane());
    }

    /** Gives back a job that has not begun. */
    void giveUp(UUID claim, RunningJob job) {
        settle(claim, job, new ReleaseStep(job.token(), "", node.timesAfter(job.record(), true)));
    }

    private CompletionStage<JobAnswer> apply(JobKey key, JobStep step) {
        return node.parts().store().apply(key, step);
    }

    /**
     * Looks after all of them.
     *
     * @param hanging is given those whose handlers do not stop, and the threads in which they hang
     */
    void look(BiConsumer<UUID, Hanging> hanging) {
        running.forEach((claim, job) -> {
            lookAt(job);
            Thread thread = job.abandonAfter(HEEDING);
            if (thread != null) {
                hanging.accept(claim, new Hanging(job, thread));
            }
        });
    }

    /** A job whose handler does not stop, and where it is. */
    record Hanging(RunningJob job, Thread thread) {}

    private void lookAt(RunningJob job) {
        JobKey key = job.record().spec().key();
        if (job.isLeaseOver() && job.stop(RunningJob.Reason.LEASE_LOST)) {
            JobsLog.leaseLost(key.application(), key.name());
        }
        if (job.isTimeOver()) {
            boolean unused = job.stop(RunningJob.Reason.TIMED_OUT);
        }
        Object unused = told(key, job);
        if (job.isRenewalDue()) {
            renew(key, job);
        }
    }

    private void renew(JobKey key, RunningJob job) {
        long sentNanos = node.parts().clock().nowNanos();
        Object unused = apply(key, new RenewStep(job.token())).whenComplete((answer, failure) -> {
            if (failure != null) {
                return; // the lease may run out
            }
            switch (answer.verdict()) {
                case DONE -> job.renewed(sentNanos);
                case CANCEL -> {
                    job.renewed(sentNanos);
                    boolean ignored = job.stop(RunningJob.Reason.CANCELLED);
                }
                case REFUSED, ABSENT -> {
                    if (!job.isReported() && job.stop(RunningJob.Reason.LEASE_LOST)) {
                        JobsLog.leaseLost(key.application(), key.name());
                    }
                }
            }
        });
    }

    /** Tells all handlers to stop, because other nodes are to run their jobs. */
    void handOver() {
        List<RunningJob> unfinished = running.values().stream()
                .filter(job -> job.stop(RunningJob.Reason.LEAVING))
                .toList();
        if (!unfinished.isEmpty()) {
            JobsLog.handedOver(application, unfinished.size());
        }
    }

    /** Tells all handlers to stop, and does not wait for them. */
    void leave() {
        isStopped = true;
        running.forEach((claim, job) -> {
            if (job.leave()) {
                giveUp(claim, job);
                node.threads().giveBack();
            }
        });
    }
}
