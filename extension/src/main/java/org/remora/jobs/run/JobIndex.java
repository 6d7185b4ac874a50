package org.remora.jobs.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.Affinity;
import org.remora.jobs.JobState;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobRecord;

/**
 * The jobs of the partitions that this node owns, in the orders in which they matter: a job that waits costs nothing
 * until its time has come, and what is next is found without looking at the others.
 *
 * <p>Nothing here is replicated: a new owner is shown the jobs of its partition, and gives their claimants a whole
 * lease if they are there at all.
 */
final class JobIndex {

    /** How long a claimant may be silent. It renews four times as often. */
    static final Duration LEASE = Duration.ofSeconds(5);

    /** How long a job is kept for the node that it was offered to. */
    static final Duration OFFER = Duration.ofSeconds(1);

    /** How long a job waits for the node that it prefers. */
    static final Duration PREFERENCE = Duration.ofSeconds(1);

    /** How long a node that was told of a job may take to ask for it before another is told. */
    static final Duration HINT = Duration.ofMillis(500);

    private static final Duration REPEATED = Duration.ofSeconds(1);
    private static final int MAX_AT_ONCE = 500;

    private final JobClock clock;
    private final JobPeers peers;
    private final Map<Integer, Integer> versions = new HashMap<>();
    private final Map<Integer, Map<JobKey, IndexedJob>> jobs = new HashMap<>();
    private final TreeSet<IndexedJob> byTime = new TreeSet<>(IndexedJob.BY_TIME);
    private final TreeSet<IndexedJob> byDeadline = new TreeSet<>(IndexedJob.BY_DEADLINE);
    private final Map<IndexedJob.Bucket, TreeSet<IndexedJob>> ready = new HashMap<>();
    private final Askers askers = new Askers();
    private long numbers;

    JobIndex(JobClock clock, JobPeers peers) {
        this.clock = clock;
        this.peers = peers;
    }

    /** The partitions of this node are these: forgets what is not of them, and begins those that are new. */
    synchronized Set<Integer> own(Map<Integer, Integer> owned) {
        Set<Integer> gone = new TreeSet<>(versions.keySet());
        gone.addAll(jobs.keySet());
        gone.removeIf(partition -> owned.containsKey(partition)
                && owned.get(partition).equals(versions.getOrDefault(partition, owned.get(partition))));
        gone.forEach(this::forgetPartition);
        Set<Integer> begun = new TreeSet<>(owned.keySet());
        begun.removeAll(versions.keySet());
        begun.forEach(partition -> versions.put(partition, owned.get(partition)));
        return begun;
    }

    private void forgetPartition(int partition) {
        versions.remove(partition);
        Map<JobKey, IndexedJob> there = jobs.remove(partition);
        if (there != null) {
            there.values().forEach(this::unplace);
        }
    }

    /** The first of the jobs that somebody wants to see. */
    JobListing list(JobQuery query) {
        List<JobRecord> wanted = new ArrayList<>();
        synchronized (this) {
            jobs.values()
                    .forEach(there -> there.values().stream()
                            .map(job -> job.record)
                            .filter(query::isFor)
                            .forEach(wanted::add));
        }
        return JobListing.of(wanted, query.limit());
    }

    /** A job is like this from now on; null if there is none. Returns whom to tell that there is work. */
    synchronized List<Askers.Asker> changed(int partition, JobKey key, @Nullable JobRecord record) {
        Map<JobKey, IndexedJob> there = jobs.computeIfAbsent(partition, number -> new HashMap<>());
        IndexedJob before = there.remove(key);
        if (before != null) {
            unplace(before);
        }
        List<Askers.Asker> hints = new ArrayList<>();
        if (record != null) {
            IndexedJob job = new IndexedJob(partition, record, numbers++);
            there.put(key, job);
            place(job, hints);
        }
        return hints;
    }

    private void place(IndexedJob job, List<Askers.Asker> hints) {
        JobState state = job.record.course().state();
        if (state == JobState.RUNNING) {
            boolean isThere =
                    peers.members().contains(job.record.course().claim().member());
            until(job, IndexedJob.Place.RUNNING, isThere ? LEASE : Duration.ZERO);
        } else if (state.isOver()) {
            job.place = IndexedJob.Place.OVER;
            byTime.add(job);
        } else if (job.dueMillis() > clock.nowMillis()) {
            job.place = IndexedJob.Place.LATER;
            byTime.add(job);
        } else {
            makeReady(job, hints);
        }
    }

    private void makeReady(IndexedJob job, List<Askers.Asker> hints) {
        ready.computeIfAbsent(job.bucket, bucket -> new TreeSet<>(IndexedJob.BY_RANK))
                .add(job);
        job.place = IndexedJob.Place.READY;
        job.readySinceNanos = clock.nowNanos();
        hint(job, hints);
    }

    private void hint(IndexedJob job, List<Askers.Asker> hints) {
        IndexedJob.Bucket bucket = job.bucket;
        Optional<Askers.Asker> told = askers.next(bucket.application(), bucket.type(), member -> mayRun(job, member));
        if (told.isPresent()) {
            hints.add(told.get());
            until(job, IndexedJob.Place.READY, HINT);
        } else if (bucket.placement().kind() == Affinity.Kind.PREFER && !isTiredOfWaiting(job)) {
            until(job, IndexedJob.Place.READY, PREFERENCE);
        }
    }

    private void until(IndexedJob job, IndexedJob.Place place, Duration patience) {
        byDeadline.remove(job);
        job.place = place;
        job.deadlineNanos = clock.nanosIn(patience);
        byDeadline.add(job);
    }

    private void unplace(IndexedJob job) {
        byTime.remove(job);
        byDeadline.remove(job);
        TreeSet<IndexedJob> alike = ready.get(job.bucket);
        if (alike != null && alike.remove(job) && alike.isEmpty()) {
            ready.remove(job.bucket);
        }
    }

    /** A claimant has renewed its lease. */
    synchronized void renewed(int partition, JobKey key) {
        Map<JobKey, IndexedJob> there = jobs.get(partition);
        IndexedJob job = there == null ? null : there.get(key);
        if (job != null && job.place == IndexedJob.Place.RUNNING) {
            until(job, IndexedJob.Place.RUNNING, LEASE);
        }
    }

    /** This node has slept and not heard of renewals: all claimants get a new lease. */
    synchronized void renewAll() {
        List<IndexedJob> running = byDeadline.stream()
                .filter(job -> job.place == IndexedJob.Place.RUNNING)
                .toList();
        running.forEach(job -> until(job, IndexedJob.Place.RUNNING, LEASE));
    }

    /** Nodes are gone: nobody waits for their leases. */
    synchronized void keepOnly(Set<UUID> members) {
        askers.keepOnly(members::contains);
        List<IndexedJob> lost = byDeadline.stream()
                .filter(job -> job.place == IndexedJob.Place.RUNNING
                        && !members.contains(job.record.course().claim().member()))
                .toList();
        lost.forEach(job -> until(job, IndexedJob.Place.RUNNING, Duration.ZERO));
    }

    /** A node asks for work. */
    synchronized List<JobOffer> take(UUID member, JobAsk ask) {
        List<JobOffer> offers = new ArrayList<>();
        while (offers.size() < ask.count()) {
            Optional<IndexedJob> best = best(member, ask);
            if (best.isEmpty()) {
                break;
            }
            unplace(best.get());
            until(best.get(), IndexedJob.Place.OFFERED, OFFER);
            offers.add(best.get().offer());
        }
        askers.asked(member, ask, ask.count() - offers.size());
        return offers;
    }

    private Optional<IndexedJob> best(UUID member, JobAsk ask) {
        return ready.entrySet().stream()
                .filter(each -> each.getKey().application().equals(ask.application())
                        && ask.types().contains(each.getKey().type()))
                .map(each -> each.getValue().first())
                .filter(job -> mayRun(job, member))
                .min(IndexedJob.BY_RANK);
    }

    private boolean mayRun(IndexedJob job, UUID member) {
        int partition = job.bucket.placement().partition();
        return switch (job.bucket.placement().kind()) {
            case ANYWHERE -> true;
            case REQUIRE -> peers.owns(member, partition);
            case PREFER -> peers.owns(member, partition) || isTiredOfWaiting(job) || !isPreferredHandling(job);
        };
    }

    private boolean isTiredOfWaiting(IndexedJob job) {
        return clock.nowNanos() - job.readySinceNanos >= PREFERENCE.toNanos();
    }

    private boolean isPreferredHandling(IndexedJob job) {
        IndexedJob.Bucket bucket = job.bucket;
        Predicate<Askers.Asker> isPreferred =
                asker -> peers.owns(asker.member(), bucket.placement().partition());
        return askers.all().stream()
                .anyMatch(asker -> isPreferred.test(asker)
                        && askers.isHandledBy(asker.member(), bucket.application(), bucket.type()));
    }

    /** What is to be done now; what is not done will be due again. */
    synchronized Duties due() {
        Duties duties = new Duties(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int count = 0; count < MAX_AT_ONCE && isTimeOver(); count++) {
            IndexedJob job = byTime.first();
            byTime.remove(job);
            if (job.place == IndexedJob.Place.OVER) {
                duties.forgotten().add(job.record);
                until(job, IndexedJob.Place.OVER, REPEATED);
            } else {
                makeReady(job, duties.hints());
            }
        }
        for (int count = 0; count < MAX_AT_ONCE && isDeadlineOver(); count++) {
            IndexedJob job = byDeadline.first();
            byDeadline.remove(job);
            late(job, duties);
        }
        return duties;
    }

    private void late(IndexedJob job, Duties duties) {
        switch (job.place) {
            case RUNNING -> {
                duties.lost().add(job.record);
                until(job, IndexedJob.Place.RUNNING, REPEATED);
            }
            case OVER -> {
                duties.forgotten().add(job.record);
                until(job, IndexedJob.Place.OVER, REPEATED);
            }
            case OFFERED -> makeReady(job, duties.hints());
            case READY, LATER -> hint(job, duties.hints());
        }
    }

    private boolean isTimeOver() {
        return !byTime.isEmpty() && byTime.first().dueMillis() <= clock.nowMillis();
    }

    private boolean isDeadlineOver() {
        return !byDeadline.isEmpty() && byDeadline.first().deadlineNanos - clock.nowNanos() <= 0;
    }

    /** How long there is nothing to be done, at most as long as given. */
    synchronized Duration nothingFor(Duration longest) {
        Duration quiet = longest;
        if (!byTime.isEmpty()) {
            quiet = shorter(quiet, Duration.ofMillis(byTime.first().dueMillis() - clock.nowMillis()));
        }
        if (!byDeadline.isEmpty()) {
            quiet = shorter(quiet, Duration.ofNanos(byDeadline.first().deadlineNanos - clock.nowNanos()));
        }
        return quiet.isNegative() ? Duration.ZERO : quiet;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether no job runs or is due. */
    synchronized boolean isQuiet() {
        return byDeadline.isEmpty() && ready.isEmpty();
    }

    /** The types of jobs that are due and that no node runs, by application. */
    synchronized List<IndexedJob.Bucket> unhandled() {
        return ready.keySet().stream()
                .filter(bucket -> !askers.isHandled(bucket.application(), bucket.type()))
                .sorted(Comparator.comparing(IndexedJob.Bucket::application).thenComparing(IndexedJob.Bucket::type))
                .toList();
    }

    /** The nodes that want to hear of everything that happens to an application's jobs. */
    synchronized Set<UUID> hearers(String application) {
        return askers.hearers(application);
    }

    /** How many jobs are in each state on the partitions of this node. */
    synchronized Map<JobState, Long> counts() {
        Map<JobState, Long> counts = new HashMap<>();
        jobs.values()
                .forEach(there -> there.values()
                        .forEach(job -> counts.merge(job.record.course().state(), 1L, Long::sum)));
        return counts;
    }
}
