package org.remora.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.remora.jobs.Affinity;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobStatus;
import org.remora.jobs.JobTiming;
import org.remora.jobs.JobsUnavailableException;
import org.remora.jobs.Schedule;
import org.remora.jobs.record.CancelStep;
import org.remora.jobs.record.FindStep;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobHandling;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobOrigin;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.JobSpec;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.JobWork;
import org.remora.jobs.record.Placement;
import org.remora.jobs.record.SubmitStep;
import org.remora.session.codec.NotStorableException;

/** The jobs of one application, as it sees them from this node. */
public final class ApplicationJobs implements ClusterJobs, AutoCloseable {

    // News of a job's end come without promise.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final NodeJobs node;
    private final JobApplication application;
    private final ApplicationRunner runner;
    private final StatusView view;
    private final ConcurrentMap<String, CountDownLatch> awaited = new ConcurrentHashMap<>();

    /**
     * The application takes part from now on.
     *
     * @param node the node
     * @param application the application
     * @throws IllegalArgumentException if two of its handlers have the same type
     */
    public ApplicationJobs(NodeJobs node, JobApplication application) {
        this.node = node;
        JobEventSink sink = (event, isOwn) -> {
            wake(event);
            application.sink().happened(event, isOwn);
        };
        this.application = new JobApplication(
                application.name(),
                application.codec(),
                application.handlers(),
                application.threads(),
                sink,
                application.hearsAll());
        this.runner = new ApplicationRunner(node, this.application);
        this.view = new StatusView(application.codec());
        node.started(application.name(), runner);
    }

    /** The application stops: what it runs here is handed over. */
    @Override
    public void close() {
        node.stopped(application.name(), runner);
    }

    @Override
    public JobStatus submit(JobRequest request) {
        JobRecord job = JobRecord.waiting(spec(request), dueMillis(request.timing()));
        JobAnswer answer = ask(job.spec().key(), new SubmitStep(job));
        return view.of(answer.record().orElse(job));
    }

    private JobSpec spec(JobRequest request) {
        UUID submission = UUID.randomUUID();
        return new JobSpec(
                new JobKey(application.name(), request.key().orElseGet(submission::toString)),
                new JobOrigin(submission, node.parts().peers().self()),
                new JobWork(request.type(), encoded("The payload", request.payload())),
                request.timing(),
                new JobHandling(
                        request.policy().retry(),
                        request.policy().priority(),
                        placement(request.policy().affinity())));
    }

    private Placement placement(Affinity affinity) {
        return affinity.key()
                .map(key -> new Placement(
                        affinity.kind(), node.parts().store().partitionOf(encoded("The key of the affinity", key))))
                .orElse(Placement.ANYWHERE);
    }

    private byte[] encoded(String what, Object value) {
        try {
            return application.codec().encode(value);
        } catch (NotStorableException e) {
            throw new IllegalArgumentException(what + " cannot be stored: " + e.getMessage(), e);
        }
    }

    private long dueMillis(JobTiming timing) {
        Instant now = node.parts().clock().time().instant();
        Instant earliest = timing.runAfter().filter(time -> time.isAfter(now)).orElse(now);
        boolean isByClock = timing.schedule() instanceof Schedule.Cron;
        return (isByClock
                        ? node.parts().times().next(timing.schedule(), earliest).orElse(earliest)
                        : earliest)
                .toEpochMilli();
    }

    @Override
    public Optional<JobStatus> find(String key) {
        return ask(new JobKey(application.name(), key), new FindStep()).record().map(view::of);
    }

    @Override
    public boolean cancel(String key) {
        return ask(
                        new JobKey(application.name(), key),
                        new CancelStep(node.parts().clock().nowMillis()))
                .isDone();
    }

    @Override
    public Optional<JobStatus> await(String key, Duration longest) throws InterruptedException {
        long untilNanos = node.parts().clock().nanosIn(longest);
        while (true) {
            CountDownLatch end = awaited.computeIfAbsent(key, name -> new CountDownLatch(1));
            Optional<JobStatus> status = find(key);
            long leftNanos = untilNanos - node.parts().clock().nowNanos();
            boolean isOver = status.map(JobStatus::state)
                    .filter(state -> !state.isOver())
                    .isEmpty();
            if (isOver || leftNanos <= 0) {
                awaited.remove(key, end);
                return status;
            }
            boolean unused = end.await(Math.min(leftNanos, LOOK_AGAIN.toNanos()), TimeUnit.NANOSECONDS);
        }
    }

    private void wake(JobEvent event) {
        boolean mayBeOver = event instanceof JobEvent.Succeeded
                || event instanceof JobEvent.GivenUp
                || event instanceof JobEvent.Cancelled;
        CountDownLatch end = mayBeOver ? awaited.remove(event.key()) : null;
        if (end != null) {
            end.countDown();
        }
    }

    private JobAnswer ask(JobKey key, JobStep step) {
        try {
            return node.parts()
                    .store()
                    .apply(key, step)
                    .toCompletableFuture()
                    .get(GRID_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobsUnavailableException(
                    "Interrupted while the grid was asked for the job '" + key.name() + "'", e);
        } catch (TimeoutException | ExecutionException | CompletionException e) {
            throw new JobsUnavailableException(
                    "The grid does not answer for the job '" + key.name() + "'",
                    e.getCause() == null ? e : e.getCause());
        }
    }
}
