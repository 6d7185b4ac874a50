package org.remora.jobs.run;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.record.Claim;
import org.remora.jobs.record.ClaimStep;
import org.remora.jobs.record.FinishStep;
import org.remora.jobs.record.FinishStep.Ending;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.ProgressStep;
import org.remora.jobs.record.ReleaseStep;
import org.remora.jobs.record.RenewStep;

/**
 * Runs the jobs of one application on this node. Asks one owner after the other for as many as there are free threads;
 * one that had fewer is not asked again before it gives a hint.
 *
 * <p>All but {@link #run} and {@link #stop} is for the node's one thread.
 */
final class ApplicationRunner {

    /** How long a node that leaves lets jobs run on before it hands them over. */
    static final Duration FINISHING = Duration.ofSeconds(10);

    /** How long a handler has to heed that it is told to stop. */
    static final Duration HEEDING = Duration.ofSeconds(5);

    private static final Duration LOOK_WHILE_RUNNING = Duration.ofMillis(250);
    private static final Duration NOTHING_TO_LOOK_AT = Duration.ofDays(1);

    private final NodeJobs node;
    private final JobApplication application;
    private final HandlerSet handlers;
    private final ConcurrentHashMap<UUID, RunningJob> running = new ConcurrentHashMap<>();
    private final AtomicLong finished = new AtomicLong();
    private final Set<UUID> dry = new HashSet<>();
    private UUID askedLast = new UUID(0, 0);
    private boolean isAsking;
    private long leavingSinceNanos;
    private boolean isLeaving;
    private volatile boolean isStopped;

    ApplicationRunner(NodeJobs node, JobApplication application) {
        this.node = node;
        this.application = application;
        this.handlers = new HandlerSet(application.handlers());
    }

    long finished() {
        return finished.get();
    }

    private NodeParts parts() {
        return node.parts();
    }

    private JobClock clock() {
        return parts().clock();
    }

    /** Says to all owners what this node runs, and asks again: what was said may have been lost, or is for new ears. */
    void refresh() {
        if (handlers.isEmpty() && !application.hearsAll()) {
            return; // it only submits
        }
        parts().lane().execute(() -> {
            dry.clear();
            if (!mayTakeMore()) {
                announce();
            }
            hunt();
        });
    }

    private void announce() {
        JobAsk announcement = new JobAsk(application.name(), types(), 0, application.hearsAll());
        parts().peers().members().forEach(member -> {
            Object unused = parts().peers().ask(member, announcement);
        });
    }

    void hinted(UUID owner) {
        dry.remove(owner);
        hunt();
    }

    void told(JobNews news) {
        try {
            news.own().forEach(event -> application.sink().happened(event, true));
            news.others().forEach(event -> application.sink().happened(event, false));
        } catch (RuntimeException e) {
            JobsLog.observerFailed(application.name(), e);
        }
    }

    private Set<String> types() {
        boolean takesAny = !isStopped && node.isTaking();
        return takesAny ? handlers.usable() : Set.of();
    }

    private boolean mayTakeMore() {
        return node.threads().free() > 0 && !types().isEmpty();
    }

    private void hunt() {
        if (isAsking || !mayTakeMore()) {
            return;
        }
        TreeSet<UUID> owners = new TreeSet<>(parts().peers().members());
        owners.removeAll(dry);
        if (!owners.isEmpty()) {
            UUID next = owners.higher(askedLast);
            askedLast = next == null ? owners.first() : next;
            isAsking = true;
            ask(askedLast, node.threads().free());
        }
    }

    private void ask(UUID owner, int count) {
        JobAsk ask = new JobAsk(application.name(), types(), count, application.hearsAll());
        // Before the answer: a hint that comes with it is not to be forgotten.
        dry.add(owner);
        Object unused = parts().peers()
                .ask(owner, ask)
                .whenCompleteAsync(
                        (offers, failure) -> answered(owner, count, failure == null ? offers : List.of()),
                        parts().lane());
    }

    private void answered(UUID owner, int count, List<JobOffer> offers) {
        isAsking = false;
        if (offers.size() >= count) {
            dry.remove(owner);
        }
        offers.forEach(this::claim);
        hunt();
    }

    private void claim(JobOffer offer) {
        if (isStopped || !node.threads().take()) {
            return; // it is offered again soon
        }
        long sentNanos = clock().nowNanos();
        ClaimStep step = new ClaimStep(
                UUID.randomUUID(),
                parts().peers().self(),
                offer.version(),
                Claim.seed(clock().nowMillis(), ThreadLocalRandom.current().nextInt()));
        Object unused = parts().store()
                .apply(offer.key(), step)
                .whenCompleteAsync(
                        (answer, failure) -> claimed(step.id(), failure == null ? answer : null, sentNanos),
                        parts().lane());
    }

    private void claimed(UUID claim, @Nullable JobAnswer answer, long sentNanos) {
        if (answer == null || !answer.isDone()) {
            giveBackThread();
            return;
        }
        RunningJob job = new RunningJob(answer.record().orElseThrow(), clock(), sentNanos);
        running.put(claim, job);
        node.lookWithin(LOOK_WHILE_RUNNING);
        if (isStopped || job.isLeaseOver()) {
            giveUp(claim, job);
            return;
        }
        try {
            application.threads().execute(() -> run(claim, job));
        } catch (RejectedExecutionException | IllegalStateException stopping) {
            giveUp(claim, job);
        }
    }

    private void giveUp(UUID claim, RunningJob job) {
        giveBackThread();
        settle(claim, job, new ReleaseStep(job.token(), "", node.timesAfter(job.record(), true)));
    }

    private void giveBackThread() {
        node.threads().giveBack();
        hunt();
    }

    private void run(UUID claim, RunningJob job) {
        String type = job.record().spec().type();
        Ending ending = new Ending.Failure("The job was to stop before it began", false);
        try {
            if (job.begin()) {
                ending = handlers.find(type)
                        .map(handler -> new JobRun(handler, application.codec(), job).call())
                        .orElse(ending);
            }
        } finally {
            job.end();
            ended(claim, job, ending);
        }
    }

    private void ended(UUID claim, RunningJob job, Ending ending) {
        if (job.isAbandoned()) {
            handlers.cameBack(job.record().spec().type());
            refresh();
            return;
        }
        settle(claim, job, stepFor(job, ending));
        parts().lane().execute(this::giveBackThread);
    }

    private JobStep stepFor(RunningJob job, Ending ending) {
        FinishStep.Times when = node.timesAfter(job.record(), false);
        RunningJob.Reason reason = job.stopping();
        if (reason == null || ending instanceof Ending.Success) {
            return new FinishStep(job.token(), ending, when);
        }
        return switch (reason) {
            case CANCELLED -> new FinishStep(job.token(), new Ending.Cancellation(), when);
            case TIMED_OUT ->
                new FinishStep(
                        job.token(), new Ending.Failure("The attempt took longer than its time-out", false), when);
            case LEASE_LOST -> new FinishStep(job.token(), new Ending.Failure("The lease was lost", false), when);
            case LEAVING -> new ReleaseStep(job.token(), "", node.timesAfter(job.record(), true));
        };
    }

    /** Tells the grid what came of a job. The lease is renewed until it has answered. */
    private void settle(UUID claim, RunningJob job, JobStep step) {
        long unused = finished.incrementAndGet();
        JobKey key = job.record().spec().key();
        Object ignored = parts().store().apply(key, step).whenComplete((answer, failure) -> {
            running.remove(claim);
            if (failure != null && !isStopped) {
                JobsLog.notReported(key.application(), key.name(), failure);
            } else if (failure == null && !answer.isDone() && job.stopping() == null) {
                JobsLog.leaseLost(key.application(), key.name());
            }
        });
    }

    /** Looks after what runs; how long there is nothing to look at. */
    Duration look() {
        if (parts().isLeaving().getAsBoolean() && !isLeaving) {
            isLeaving = true;
            leavingSinceNanos = clock().nowNanos();
            refresh();
        }
        if (isLeaving && clock().nowNanos() - leavingSinceNanos > FINISHING.toNanos()) {
            handOver();
        }
        running.forEach(this::lookAt);
        return running.isEmpty() ? NOTHING_TO_LOOK_AT : LOOK_WHILE_RUNNING;
    }

    private void lookAt(UUID claim, RunningJob job) {
        JobKey key = job.record().spec().key();
        if (job.isLeaseOver() && job.stop(RunningJob.Reason.LEASE_LOST)) {
            JobsLog.leaseLost(key.application(), key.name());
        }
        if (job.isTimeOver()) {
            boolean unused = job.stop(RunningJob.Reason.TIMED_OUT);
        }
        ProgressStep progress = job.takeUnsaid();
        if (progress != null) {
            Object unused = parts().store().apply(key, progress);
        }
        if (job.isRenewalDue()) {
            renew(key, job);
        }
        abandonIfHanging(claim, job);
    }

    private void renew(JobKey key, RunningJob job) {
        long sentNanos = clock().nowNanos();
        Object unused = parts().store().apply(key, new RenewStep(job.token())).whenComplete((answer, failure) -> {
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
                    if (running.containsValue(job) && job.stop(RunningJob.Reason.LEASE_LOST)) {
                        JobsLog.leaseLost(key.application(), key.name());
                    }
                }
            }
        });
    }

    private void abandonIfHanging(UUID claim, RunningJob job) {
        Thread thread = job.abandonAfter(HEEDING);
        if (thread == null) {
            return;
        }
        String type = job.record().spec().type();
        JobsLog.stuck(application.name(), type, job.toldToStopSince(), thread);
        if (handlers.hangs(type)) {
            JobsLog.tooManyStuck(application.name(), type, HandlerSet.MAX_HANGING);
        }
        settle(claim, job, stepFor(job, new Ending.Failure("The handler does not stop", false)));
        node.threads().giveBack();
        refresh();
    }

    private void handOver() {
        List<RunningJob> unfinished = running.values().stream()
                .filter(job -> job.stop(RunningJob.Reason.LEAVING))
                .toList();
        if (!unfinished.isEmpty()) {
            JobsLog.handedOver(application.name(), unfinished.size());
        }
    }

    /** Takes no more jobs, and hands over those that run: their handlers are told to stop, and not waited for. */
    void stop() {
        if (isStopped) {
            return;
        }
        isStopped = true;
        announce();
        running.forEach((claim, job) -> {
            if (job.leave()) {
                settle(claim, job, new ReleaseStep(job.token(), "", node.timesAfter(job.record(), true)));
                node.threads().giveBack();
            }
        });
    }
}
