package org.remora.jobs.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.remora.jobs.JobEvent;
import org.remora.jobs.record.FinishStep;
import org.remora.jobs.record.ForgetStep;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.ReleaseStep;
import org.remora.jobs.record.RenewStep;
import org.remora.jobs.record.StepResult;

/**
 * The jobs on this node: those whose partitions it owns, and those that it runs for its applications.
 *
 * <p>A node in a settled cluster without jobs that run or are due does nothing until it hears of one, of the cluster or
 * of its partitions, or the time of one that waits has come. That it looks at its partitions once a minute all the same
 * is for events that Hazelcast may drop; with jobs at hand it looks once a second.
 */
public final class NodeJobs implements PeerReceiver, StepListener {

    /** How long a node does nothing that has nothing to do. */
    static final Duration QUIET = Duration.ofMinutes(1);

    /** How long partitions may take to be where they belong after the cluster has changed. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration REFRESH = Duration.ofSeconds(5);
    private static final Duration UNHANDLED = Duration.ofSeconds(10);
    private static final String LOST = "The node that ran the job is gone, or has not been heard of for too long";

    private final NodeParts parts;
    private final JobIndex index;
    private final JobThreads threads;
    private final NewsOutbox outbox;
    private final JobsPlan plan;
    private final ConcurrentMap<String, ApplicationRunner> applications = new ConcurrentHashMap<>();
    private final Map<IndexedJob.Bucket, Long> unhandledSinceNanos = new HashMap<>();
    private Set<UUID> members = Set.of();
    private volatile boolean isMerging;
    private volatile long changedNanos;
    private volatile boolean isClusterOther = true;
    private long lookedNanos;
    private long refreshedNanos;

    /**
     * Makes the node's part.
     *
     * @param parts what it works with
     * @param threads how many jobs run here at a time
     */
    public NodeJobs(NodeParts parts, int threads) {
        this.parts = parts;
        this.index = new JobIndex(parts.clock(), parts.peers());
        this.threads = new JobThreads(threads);
        this.outbox = new NewsOutbox(parts.peers(), parts.lane());
        this.plan = new JobsPlan(parts.lane(), parts.clock().nanos(), this::look);
        this.refreshedNanos = parts.clock().nowNanos();
        this.changedNanos = refreshedNanos;
    }

    /** Begins to look after jobs. */
    public void start() {
        plan.within(Duration.ZERO);
    }

    /** Stops to look after jobs; what runs here is handed over. A further call does nothing. */
    public void stop() {
        plan.stop();
        applications.values().forEach(ApplicationRunner::stop);
    }

    /** The cluster has changed, or partitions have other owners: looks at once. */
    public void clusterChanged() {
        changedNanos = parts.clock().nowNanos();
        isClusterOther = true;
        plan.within(Duration.ZERO);
    }

    /**
     * This node's half of a split cluster is being merged into another, or is no more. Meanwhile it takes no jobs: what
     * it has done is not known there yet.
     *
     * @param isMerging whether it is
     */
    public void merging(boolean isMerging) {
        this.isMerging = isMerging;
        applications.values().forEach(ApplicationRunner::refresh);
    }

    /** Whether this node takes jobs now. */
    boolean isTaking() {
        return !isMerging && !parts.isLeaving().getAsBoolean();
    }

    NodeParts parts() {
        return parts;
    }

    JobThreads threads() {
        return threads;
    }

    /**
     * The first of the jobs that rest on this node.
     *
     * @param query which
     * @return the jobs
     */
    public JobListing list(JobQuery query) {
        return index.list(query);
    }

    /** The counts of this node, for people. */
    public JobStatistics statistics() {
        return new JobStatistics(
                index.counts(),
                threads.busy(),
                applications.values().stream()
                        .mapToLong(ApplicationRunner::finished)
                        .sum());
    }

    void started(String application, ApplicationRunner runner) {
        applications.put(application, runner);
        runner.refresh();
        plan.within(Duration.ZERO);
    }

    void stopped(String application, ApplicationRunner runner) {
        runner.stop();
        applications.remove(application, runner);
    }

    /** An application's jobs are to be looked at within this time. */
    void lookWithin(Duration time) {
        plan.within(time);
    }

    @Override
    public void stepped(int partition, JobKey key, JobStep step, StepResult result) {
        if (result.isChange()) {
            hint(index.changed(partition, key, result.after()));
        } else if (step instanceof RenewStep && result.answer().isDone()) {
            index.renewed(partition, key);
        }
        JobRecord after = result.after();
        if (after != null && !result.events().isEmpty()) {
            report(after, result.events());
            outbox.happened(after.spec(), result.events(), index.hearers(key.application()));
        }
        if (result.isChange()) {
            plan.within(index.nothingFor(LOOK));
        }
    }

    private static void report(JobRecord job, List<JobEvent> events) {
        for (JobEvent event : events) {
            if (event instanceof JobEvent.TakenOver lost) {
                JobsLog.takenOver(job.spec().key().application(), lost.key(), lost.attempt());
            }
        }
    }

    /** A job of a partition is shown that this node owns. */
    private void shown(int partition, JobRecord job) {
        hint(index.changed(partition, job.spec().key(), job));
        plan.within(index.nothingFor(LOOK));
    }

    /**
     * A job has come from another half of a split cluster.
     *
     * @param partition in which it is
     * @param job as it is now
     */
    public void merged(int partition, JobRecord job) {
        shown(partition, job);
    }

    private void hint(List<Askers.Asker> hints) {
        hints.forEach(asker -> parts.peers().hint(asker.member(), asker.application()));
    }

    @Override
    public List<JobOffer> asked(UUID member, JobAsk ask) {
        List<JobOffer> offers = index.take(member, ask);
        if (!offers.isEmpty()) {
            plan.within(JobIndex.OFFER);
        }
        return offers;
    }

    @Override
    public void hinted(UUID owner, String application) {
        ApplicationRunner runner = applications.get(application);
        if (runner != null) {
            parts.lane().execute(() -> runner.hinted(owner));
        }
    }

    @Override
    public void told(JobNews news) {
        ApplicationRunner runner = applications.get(news.application());
        if (runner != null) {
            parts.lane().execute(() -> runner.told(news));
        }
    }

    private Duration look(Duration late) {
        long now = parts.clock().nowNanos();
        boolean hasSlept = late.compareTo(JobIndex.LEASE.dividedBy(2)) > 0;
        if (hasSlept || isClusterOther || now - lookedNanos >= LOOK.toNanos()) {
            isClusterOther = false;
            lookedNanos = now;
            lookAtCluster(hasSlept, now);
        }
        Duties duties = index.due();
        hint(duties.hints());
        duties.lost().forEach(this::release);
        duties.forgotten().forEach(job -> {
            Object unused = parts.store()
                    .apply(job.spec().key(), new ForgetStep(job.course().version()));
        });
        reportUnhandled(now);
        boolean isQuiet = index.isQuiet() && now - changedNanos > SETTLING.toNanos();
        Duration next = index.nothingFor(isQuiet ? QUIET : LOOK);
        for (ApplicationRunner runner : applications.values()) {
            Duration mine = runner.look();
            next = mine.compareTo(next) < 0 ? mine : next;
        }
        return next;
    }

    private void lookAtCluster(boolean hasSlept, long now) {
        Set<UUID> present = parts.peers().members();
        boolean areOthers = !present.equals(members);
        if (areOthers) {
            members = Set.copyOf(present);
            index.keepOnly(members);
        }
        index.own(parts.owned().partitions()).forEach(partition -> parts.owned().show(partition, this::shown));
        if (hasSlept) {
            index.renewAll();
        }
        if (areOthers || hasSlept || now - refreshedNanos > REFRESH.toNanos()) {
            refreshedNanos = now;
            applications.values().forEach(ApplicationRunner::refresh);
        }
    }

    private void release(JobRecord job) {
        Object unused = parts.store()
                .apply(job.spec().key(), new ReleaseStep(job.course().claim().token(), LOST, timesAfter(job, true)));
    }

    /** The times that matter when an attempt ends now. */
    FinishStep.Times timesAfter(JobRecord job, boolean isRetriedAtOnce) {
        long nowMillis = parts.clock().nowMillis();
        long pauseMillis = isRetriedAtOnce
                ? 0
                : job.spec().retry().pauseAfter(job.course().claim().attempt()).toMillis();
        return new FinishStep.Times(
                nowMillis + pauseMillis,
                parts.times()
                        .next(
                                job.spec().timing().schedule(),
                                parts.clock().time().instant())
                        .map(next -> next.toEpochMilli()),
                nowMillis + job.spec().timing().keep().toMillis());
    }

    private void reportUnhandled(long now) {
        List<IndexedJob.Bucket> unhandled = index.unhandled();
        unhandledSinceNanos.keySet().retainAll(new HashSet<>(unhandled));
        for (IndexedJob.Bucket bucket : unhandled) {
            Long since = unhandledSinceNanos.putIfAbsent(bucket, now);
            if (since != null && since != Long.MAX_VALUE && now - since > UNHANDLED.toNanos()) {
                unhandledSinceNanos.put(bucket, Long.MAX_VALUE);
                JobsLog.unhandled(bucket.application(), bucket.type());
            }
        }
    }
}
