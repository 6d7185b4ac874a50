package org.remora.jobs.run;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.record.Claim;
import org.remora.jobs.record.ClaimStep;
import org.remora.jobs.record.FinishStep;
import org.remora.jobs.record.FinishStep.Ending;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.ReleaseStep;

/**
 * Runs the jobs of one application on this node: claims what the {@link JobHunt} finds, calls its handler, and says
 * what came of it.
 *
 * <p>All but {@link #run} and {@link #stop} is for the node's one thread.
 */
final class ApplicationRunner {

    /** How long a node that leaves lets jobs run on before it hands them over. */
    static final Duration FINISHING = Duration.ofSeconds(10);

    private static final Duration LOOK_WHILE_RUNNING = Duration.ofMillis(250);

    private final NodeJobs node;
    private final JobApplication application;
    private final HandlerSet handlers;
    private final JobHunt hunt;
    private final RunningJobs running;
    private long leavingSinceNanos;
    private boolean isLeaving;
    private volatile boolean isStopped;

    ApplicationRunner(NodeJobs node, JobApplication application) {
        this.node = node;
        this.application = application;
        this.handlers = new HandlerSet(application.handlers());
        this.hunt = new JobHunt(node, application, this::types, this::claim);
        this.running = new RunningJobs(node, application.name());
    }

    long finished() {
        return running.finished();
    }

    private NodeParts parts() {
        return node.parts();
    }

    private JobClock clock() {
        return parts().clock();
    }

    /** Says to all owners what this node runs, and asks them for it. */
    void refresh() {
        if (handlers.isEmpty() && !application.hearsAll()) {
            return; // it only submits
        }
        parts().lane().execute(hunt::begin);
    }

    void hinted(UUID owner) {
        if (!node.isTaking()) {
            node.lookWithin(Duration.ZERO); // the owner does not know yet that this node leaves
        }
        hunt.hinted(owner);
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
        running.begin(claim, job);
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
        running.giveUp(claim, job);
    }

    private void giveBackThread() {
        node.threads().giveBack();
        hunt.goOn();
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
        running.settle(claim, job, stepFor(job, ending));
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

    /** Looks after what runs; how long there is nothing to look at. */
    Duration look() {
        if (parts().isLeaving().getAsBoolean() != isLeaving) {
            isLeaving = !isLeaving;
            leavingSinceNanos = clock().nowNanos();
            refresh(); // a node that leaves takes none any more; one that stays after all takes them again
        }
        if (isLeaving && clock().nowNanos() - leavingSinceNanos > FINISHING.toNanos()) {
            running.handOver();
        }
        if (hunt.isUnheard()) {
            refresh();
        }
        hunt.goOn(); // if the owner that was asked does not answer
        running.look(this::abandon);
        return running.isEmpty() ? NodeJobs.QUIET : LOOK_WHILE_RUNNING;
    }

    private void abandon(UUID claim, RunningJobs.Hanging hanging) {
        RunningJob job = hanging.job();
        String type = job.record().spec().type();
        JobsLog.stuck(application.name(), type, job.toldToStopSince(), hanging.thread());
        if (handlers.hangs(type)) {
            JobsLog.tooManyStuck(application.name(), type, HandlerSet.MAX_HANGING);
        }
        running.settle(claim, job, stepFor(job, new Ending.Failure("The handler does not stop", false)));
        node.threads().giveBack();
        refresh();
    }

    /** Takes no more jobs, and hands over those that run: their handlers are told to stop, and not waited for. */
    void stop() {
        if (isStopped) {
            return;
        }
        isStopped = true;
        hunt.announce();
        running.leave();
    }
}
