package org.remora.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.remora.jobs.record.JobSamples.START;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.RecordedLog;
import org.remora.jobs.Affinity;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.InvalidCronException;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobHandler;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;
import org.remora.jobs.JobStatus;
import org.remora.jobs.RetryPolicy;
import org.remora.jobs.record.InMemoryJobStore;
import org.remora.jobs.record.JobSamples;

/** What nodes do with jobs, by time that is turned. */
@Timeout(60)
class NodeJobsTest {

    private static final Duration TAKE_OVER = Duration.ofSeconds(10);

    private final LoopCluster cluster = new LoopCluster();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Object> ran = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Runs a job by a piece of code. */
    private interface Work {
        @Nullable
        Object run(String payload, JobContext context) throws Exception;
    }

    private static JobHandler<String> handler(String type, Work work) {
        return new JobHandler<>() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public @Nullable Object run(String payload, JobContext context) throws Exception {
                return work.run(payload, context);
            }
        };
    }

    private JobHandler<String> noting() {
        return handler("note", (payload, context) -> {
            ran.add(payload);
            return payload.length();
        });
    }

    private static JobRequest note(String key) {
        return JobRequest.of("note", key).withKey(key);
    }

    private static JobStatus find(ClusterJobs jobs, String key) {
        return jobs.find(key).orElseThrow();
    }

    /** Jobs that are run by nobody: their claims stay. */
    private final List<Runnable> hung = new ArrayList<>();

    @Test
    void submit_aJob_runsAtOnceAndItsResultIsKept() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        JobStatus first = jobs.submit(note("abc"));

        cluster.lane.settle();

        assertThat(first.state()).isEqualTo(JobState.WAITING);
        assertThat(ran).containsExactly("abc");
        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(find(jobs, "abc").outcome().result()).contains(3);
    }

    @Test
    void submit_theSameKeyAgain_isTheFirst() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        jobs.submit(note("abc"));
        cluster.lane.settle();

        JobStatus second = jobs.submit(note("abc"));
        cluster.lane.turn(TAKE_OVER);

        assertThat(second.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ran).containsExactly("abc");
    }

    @Test
    void submit_manyToTwoNodes_eachRunsOnceAndOneAfterTheOtherOnAThread() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        ClusterJobs other = cluster.join(1).start(Runnable::run, false, noting());
        for (int number = 0; number < 200; number++) {
            (number % 2 == 0 ? jobs : other).submit(note("job-" + number));
        }

        cluster.lane.settle();

        assertThat(ran).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void submit_byPriority_theHighestRunsFirst() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(hung::add, false, noting());
        jobs.submit(note("first"));
        cluster.lane.settle();
        jobs.submit(note("low").withPriority(-1));
        jobs.submit(note("high").withPriority(9));
        jobs.submit(note("usual"));

        for (int number = 0; number < 4; number++) {
            hung.remove(0).run();
            cluster.lane.settle();
        }

        assertThat(ran).containsExactly("first", "high", "usual", "low");
    }

    @Test
    void submit_forLater_doesNotRunBefore() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        jobs.submit(note("later").runAfter(START.plusSeconds(60)));

        cluster.lane.turn(Duration.ofMillis(59_900));
        assertThat(ran).isEmpty();
        cluster.lane.turn(Duration.ofMillis(200));

        assertThat(ran).containsExactly("later");
    }

    @Test
    void submit_impossibleCron_isRefusedAndNotStored() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());

        assertThatExceptionOfType(InvalidCronException.class)
                .isThrownBy(() -> jobs.submit(note("never").cron("0 0 31 2 *", ZoneOffset.UTC)));
        assertThat(jobs.find("never")).isEmpty();
    }

    @Test
    void submit_whatCannotBeStored_isRefused() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> jobs.submit(JobRequest.of("note", new Object())))
                .withMessageContaining("java.lang.Object");
    }

    @Test
    void cron_everyMinute_runsAtItsTimesAndMakesUpOnceForWhatWasMissed() {
        LoopCluster.Node node = cluster.join(1);
        ApplicationJobs jobs = node.start(Runnable::run, false, noting());
        jobs.submit(note("tick").cron("* * * * *", ZoneOffset.UTC));

        cluster.lane.turn(Duration.ofMinutes(3).plusSeconds(1));
        assertThat(ran).hasSize(3);
        jobs.close();
        cluster.lane.turn(Duration.ofMinutes(10));
        node.start(Runnable::run, false, noting());
        cluster.lane.settle();
        assertThat(ran).hasSize(4);
        cluster.lane.turn(Duration.ofMinutes(1));

        assertThat(ran).hasSize(5);
    }

    @Test
    void every_aDelay_runsAgainAlsoAfterAFailure() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, handler("fail", (payload, context) -> {
            ran.add(payload);
            throw new IllegalStateException("every time");
        }));
        jobs.submit(JobRequest.of("fail", "x")
                .withKey("x")
                .every(Duration.ofMinutes(1))
                .withRetry(new RetryPolicy(1, Duration.ZERO)));

        cluster.lane.turn(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(ran).hasSize(6);
        assertThat(find(jobs, "x").state()).isEqualTo(JobState.WAITING);
        assertThat(find(jobs, "x").outcome().error())
                .hasValueSatisfying(error -> assertThat(error).contains("every time"));
    }

    @Test
    void failure_isTriedAgainAfterTheBackOffUntilNoAttemptIsLeft() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(Runnable::run, false, handler("fail", (payload, context) -> {
            ran.add(context.attempt());
            throw new IllegalStateException("no");
        }));
        jobs.submit(JobRequest.of("fail", "x").withKey("x").withRetry(new RetryPolicy(3, Duration.ofSeconds(10))));

        cluster.lane.turn(Duration.ofSeconds(9));
        assertThat(ran).containsExactly(1);
        cluster.lane.turn(Duration.ofSeconds(2));
        assertThat(ran).containsExactly(1, 2);
        cluster.lane.turn(Duration.ofSeconds(21));

        assertThat(ran).containsExactly(1, 2, 3);
        assertThat(find(jobs, "x").state()).isEqualTo(JobState.FAILED);
        assertThat(node.own).last().isInstanceOf(JobEvent.GivenUp.class);
    }

    @Test
    void payload_thatCannotBeRead_failsTheJobWithItsError() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(Runnable::run, false, noting());
        jobs.submit(JobRequest.of("note", new Unreadable()).withKey("x"));

        cluster.lane.settle();

        assertThat(find(jobs, "x").state()).isEqualTo(JobState.FAILED);
        assertThat(find(jobs, "x").outcome().error())
                .hasValueSatisfying(error -> assertThat(error).startsWith("The payload cannot be read"));
    }

    @Test
    void result_isForgottenAfterItsTime() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        jobs.submit(note("abc").keepingResultFor(Duration.ofMinutes(5)));

        cluster.lane.turn(Duration.ofMinutes(4));
        assertThat(jobs.find("abc")).isPresent();
        cluster.lane.turn(Duration.ofMinutes(2));

        assertThat(jobs.find("abc")).isEmpty();
    }

    @Test
    void unknownType_waitsIsReportedOnceAndRunsWhenAHandlerComes() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(Runnable::run, false);
        try (RecordedLog log = new RecordedLog("org.remora.jobs")) {
            jobs.submit(note("abc"));
            jobs.submit(note("def"));
            cluster.lane.turn(Duration.ofMinutes(5));

            assertThat(log.with("RMR-4001")).hasSize(1);
        }
        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.WAITING);
        cluster.join(1).start(Runnable::run, false, noting());
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).containsExactlyInAnyOrder("abc", "def");
    }

    @Test
    void node_withoutTheApplication_claimsNothing() {
        LoopCluster.Node without = cluster.join(4);
        LoopCluster.Node with = cluster.join(1);
        ClusterJobs jobs = with.start(Runnable::run, false, noting());
        int before = without.asks;

        for (int number = 0; number < 20; number++) {
            jobs.submit(note("job-" + number));
        }
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).hasSize(20);
        assertThat(without.asks).isEqualTo(before);
    }

    @Test
    void node_thatIsLost_itsJobIsTakenOverAtOnce() {
        LoopCluster.Node first = cluster.join(1);
        LoopCluster.Node second = cluster.join(1);
        first.start(hung::add, false, noting());
        ClusterJobs jobs = second.start(Runnable::run, false);
        jobs.submit(note("abc"));
        cluster.lane.turn(Duration.ofSeconds(1));
        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.RUNNING);
        second.start(Runnable::run, false, noting());

        first.cut();
        cluster.lose(first);
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("abc");
        assertThat(find(jobs, "abc").progress().attempt()).isEqualTo(2);
    }

    @Test
    void node_thatIsCutOff_itsJobIsTakenOverWithinTenSecondsAndItsOwnResultIsRefused() {
        LoopCluster.Node owner = cluster.join(0);
        LoopCluster.Node runner = cluster.join(1);
        LoopCluster.Node spare = cluster.join(1);
        ClusterJobs jobs = owner.start(Runnable::run, false);
        runner.start(hung::add, false, noting());
        String key = keyOwnedBy(owner);
        jobs.submit(note(key));
        cluster.lane.turn(Duration.ofSeconds(1));
        spare.start(Runnable::run, false, noting());

        runner.cut();
        cluster.lane.turn(TAKE_OVER);
        assertThat(ran).containsExactly(key);
        runner.mend();
        cluster.lane.turn(Duration.ofSeconds(2));
        hung.remove(0).run();
        cluster.lane.settle();

        assertThat(ran).containsExactly(key);
        assertThat(find(jobs, key).progress().attempt()).isEqualTo(2);
    }

    @Test
    void node_thatDoesNotAskForAJobThatItWasToldOf_anotherIsToldWithinASecond() {
        LoopCluster.Node deaf = cluster.join(1);
        LoopCluster.Node owner = cluster.join(0);
        deaf.start(hung::add, false, noting());
        cluster.lane.turn(Duration.ofSeconds(1));
        cluster.join(1).start(Runnable::run, false, noting());
        ClusterJobs jobs = owner.start(Runnable::run, false);
        cluster.lane.turn(Duration.ofSeconds(1));
        deaf.cut();

        String key = keyOwnedBy(owner);
        jobs.submit(note(key));
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).contains(key);
    }

    @Test
    void node_thatRunsAJobForLong_keepsItByRenewing() {
        LoopCluster.Node node = cluster.join(2);
        ClusterJobs jobs = node.start(hung::add, false, noting());
        jobs.submit(note("abc"));

        cluster.lane.turn(Duration.ofMinutes(10));
        assertThat(find(jobs, "abc").progress().attempt()).isEqualTo(1);
        hung.remove(0).run();
        cluster.lane.settle();

        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(hung).isEmpty();
    }

    @Test
    void owner_thatHasSlept_doesNotTakeJobsFromThoseItHasNotHeard() {
        LoopCluster.Node node = cluster.join(2);
        ClusterJobs jobs = node.start(hung::add, false, noting());
        jobs.submit(note("abc"));
        cluster.lane.turn(Duration.ofSeconds(1));

        cluster.lane.sleep(Duration.ofSeconds(4));
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(find(jobs, "abc").progress().attempt()).isEqualTo(1);
    }

    @Test
    void takeOver_atMostAsOftenAsThereAreAttempts() {
        LoopCluster.Node owner = cluster.join(0);
        ClusterJobs jobs = owner.start(Runnable::run, false);
        jobs.submit(note("abc").withRetry(new RetryPolicy(2, Duration.ZERO)));
        for (int attempt = 0; attempt < 3; attempt++) {
            LoopCluster.Node runner = cluster.join(1);
            runner.start(hung::add, false, noting());
            cluster.lane.turn(Duration.ofSeconds(1));
            runner.cut();
            cluster.lose(runner);
            cluster.lane.turn(Duration.ofSeconds(1));
        }

        assertThat(hung).hasSize(2);
        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.FAILED);
        assertThat(owner.own.stream().filter(JobEvent.TakenOver.class::isInstance))
                .hasSize(1);
        assertThat(owner.own).last().isInstanceOf(JobEvent.GivenUp.class);
    }

    @Test
    void cancel_aJobThatWaits_neverRuns() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        jobs.submit(note("later").runAfter(START.plusSeconds(5)));

        assertThat(jobs.cancel("later")).isTrue();
        cluster.lane.turn(Duration.ofMinutes(1));

        assertThat(ran).isEmpty();
        assertThat(find(jobs, "later").state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.cancel("nobody")).isFalse();
    }

    @Test
    void cancel_aJobThatRuns_itsHandlerIsInterrupted() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ClusterJobs jobs = cluster.join(1).start(threads, false, handler("wait", (payload, context) -> {
            began.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                ended.countDown();
            }
            return null;
        }));
        jobs.submit(JobRequest.of("wait", "").withKey("x"));
        cluster.lane.settle();
        assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();

        jobs.cancel("x");
        cluster.lane.turn(Duration.ofSeconds(2));

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs.await("x", Duration.ofSeconds(30)).orElseThrow().state())
                .isEqualTo(JobState.CANCELLED);
    }

    @Test
    void timeout_anAttemptThatTakesLonger_isInterruptedAndFails() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ClusterJobs jobs = cluster.join(1).start(threads, false, handler("wait", (payload, context) -> {
            began.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                ended.countDown();
            }
            return null;
        }));
        jobs.submit(JobRequest.of("wait", "")
                .withKey("x")
                .withTimeout(Duration.ofSeconds(3))
                .withRetry(new RetryPolicy(1, Duration.ZERO)));
        cluster.lane.settle();
        assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();

        cluster.lane.turn(Duration.ofSeconds(4));

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        JobStatus end = jobs.await("x", Duration.ofSeconds(30)).orElseThrow();
        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.outcome().error())
                .hasValueSatisfying(error -> assertThat(error).contains("time-out"));
    }

    @Test
    void handler_thatDoesNotStop_isReportedWithItsStackAndTwoOfThemEndTheType() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(2);
        LoopCluster.Node node = cluster.join(2);
        ClusterJobs jobs = node.start(
                threads,
                false,
                handler("deaf", (payload, context) -> {
                    began.countDown();
                    awaitDeaf(free);
                    return null;
                }),
                noting());
        try (RecordedLog log = new RecordedLog("org.remora.jobs")) {
            for (String key : List.of("a", "b", "c")) {
                jobs.submit(JobRequest.of("deaf", "")
                        .withKey(key)
                        .withTimeout(Duration.ofSeconds(1))
                        .withRetry(new RetryPolicy(1, Duration.ZERO)));
            }
            cluster.lane.settle();
            assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();
            cluster.lane.turn(Duration.ofSeconds(10));

            assertThat(log.with("RMR-4004")).hasSize(2).allMatch(line -> line.contains("awaitDeaf"));
            assertThat(log.with("RMR-4005")).hasSize(1);
        }
        assertThat(List.of("a", "b", "c"))
                .extracting(key -> find(jobs, key).state())
                .containsOnlyOnce(JobState.WAITING)
                .contains(JobState.FAILED);
        jobs.submit(note("other"));
        cluster.lane.turn(Duration.ofSeconds(1));
        assertThat(jobs.await("other", Duration.ofSeconds(30)).orElseThrow().state())
                .isEqualTo(JobState.SUCCEEDED);
        free.countDown();
    }

    private static void awaitDeaf(CountDownLatch free) {
        while (free.getCount() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            boolean unused = Thread.interrupted();
        }
    }

    @Test
    void drain_jobsThatRun_areHandedOverAfterAWhileWithoutCountingTheAttempt() {
        LoopCluster.Node leaving = cluster.join(1);
        LoopCluster.Node staying = cluster.join(1);
        leaving.start(hung::add, false, noting());
        ClusterJobs jobs = staying.start(Runnable::run, false);
        jobs.submit(note("abc"));
        cluster.lane.turn(Duration.ofSeconds(1));
        staying.start(Runnable::run, false, noting());

        leaving.isLeaving = true;
        cluster.lane.turn(Duration.ofSeconds(9));
        assertThat(ran).isEmpty();
        cluster.lane.turn(Duration.ofSeconds(3));
        hung.remove(0).run();
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("abc");
        assertThat(find(jobs, "abc").progress().attempt()).isEqualTo(1);
    }

    @Test
    void affinity_required_runsOnlyWhereTheDataIs() {
        LoopCluster.Node first = cluster.join(1);
        LoopCluster.Node second = cluster.join(1);
        List<String> there = new ArrayList<>();
        ClusterJobs jobs = first.start(Runnable::run, false, noting());
        second.start(Runnable::run, false, handler("note", (payload, context) -> {
            there.add(payload);
            return null;
        }));
        for (int number = 0; number < 40; number++) {
            jobs.submit(note("job-" + number).withAffinity(Affinity.require(userOf(second))));
        }
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).isEmpty();
        assertThat(there).hasSize(40);
    }

    @Test
    void affinity_preferred_runsElsewhereAfterASecond() {
        LoopCluster.Node first = cluster.join(1);
        LoopCluster.Node second = cluster.join(1);
        ClusterJobs jobs = first.start(Runnable::run, false, noting());
        second.start(hung::add, false, noting());
        String user = userOf(second);
        cluster.lane.settle();
        jobs.submit(note("busy").withAffinity(Affinity.prefer(user)));
        cluster.lane.settle();
        assertThat(hung).hasSize(1);

        jobs.submit(note("waiting").withAffinity(Affinity.prefer(user)));
        cluster.lane.turn(Duration.ofMillis(900));
        assertThat(ran).isEmpty();
        cluster.lane.turn(Duration.ofMillis(300));

        assertThat(ran).containsExactly("waiting");
    }

    @Test
    void events_ofAJob_comeToItsSubmitterAndToWhoHearsAll() {
        LoopCluster.Node submitter = cluster.join(0);
        LoopCluster.Node runner = cluster.join(1);
        LoopCluster.Node hearer = cluster.join(0);
        ClusterJobs jobs = submitter.start(Runnable::run, false);
        runner.start(Runnable::run, false, handler("note", (payload, context) -> {
            context.progress(50, "half");
            return null;
        }));
        hearer.start(Runnable::run, true);
        cluster.lane.settle();

        jobs.submit(note("abc"));
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(submitter.own)
                .containsExactly(
                        new JobEvent.Submitted("abc", "note"),
                        new JobEvent.Started("abc", "note", 1),
                        new JobEvent.Succeeded("abc", "note"));
        assertThat(hearer.others).isEqualTo(submitter.own);
        assertThat(runner.own).isEmpty();
        assertThat(runner.others).isEmpty();
    }

    @Test
    void progress_ofAJobThatRuns_isSeenWithinASecond() throws Exception {
        CountDownLatch said = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        ClusterJobs jobs = cluster.join(1).start(threads, false, handler("slow", (payload, context) -> {
            context.progress(30, "a third");
            said.countDown();
            free.await();
            return null;
        }));
        jobs.submit(JobRequest.of("slow", "").withKey("x"));
        cluster.lane.settle();
        assertThat(said.await(30, TimeUnit.SECONDS)).isTrue();

        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(find(jobs, "x").progress().percent()).isEqualTo(30);
        assertThat(find(jobs, "x").progress().text()).isEqualTo("a third");
        free.countDown();
    }

    @Test
    void idleNode_hundredThousandJobsWait_doesNoMoreThanWithoutThem() {
        LoopCluster.Node node = cluster.join(2);
        ClusterJobs jobs = node.start(Runnable::run, false, noting());
        cluster.lane.turn(Duration.ofSeconds(10));
        long before = cluster.lane.runs();
        cluster.lane.turn(Duration.ofMinutes(1));
        long idle = cluster.lane.runs() - before;
        for (int number = 0; number < 100_000; number++) {
            jobs.submit(note("job-" + number).runAfter(START.plus(Duration.ofDays(1))));
        }
        cluster.lane.turn(Duration.ofSeconds(10));
        long steps = node.steps;
        before = cluster.lane.runs();

        cluster.lane.turn(Duration.ofMinutes(1));

        assertThat(cluster.lane.runs() - before).isEqualTo(idle);
        assertThat(node.steps - steps).isZero();
    }

    @Test
    void handlers_twoOfOneType_areRefused() {
        LoopCluster.Node node = cluster.join(1);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> node.start(Runnable::run, false, noting(), noting()))
                .withMessageContaining("'note'");
    }

    @Test
    void statistics_jobsInAllStates_areCounted() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(hung::add, false, noting());
        jobs.submit(note("a"));
        jobs.submit(note("b"));
        cluster.lane.settle();

        assertThat(node.jobs.statistics().running()).isEqualTo(1);
        assertThat(node.jobs.statistics().owned())
                .containsEntry(JobState.RUNNING, 1L)
                .containsEntry(JobState.WAITING, 1L);
        hung.remove(0).run();
        cluster.lane.settle();
        assertThat(node.jobs.statistics().finished()).isEqualTo(1);
    }

    private String keyOwnedBy(LoopCluster.Node node) {
        return first(name ->
                cluster.owner(InMemoryJobStore.partition(JobSamples.key(name))).equals(node.id));
    }

    private String userOf(LoopCluster.Node node) {
        return first(name -> {
            try {
                byte[] bytes = new org.remora.session.codec.StandardCodec(
                                NodeJobsTest.class.getClassLoader(), Optional.empty())
                        .encode(name);
                return cluster.owner(cluster.store.partitionOf(bytes)).equals(node.id);
            } catch (org.remora.session.codec.NotStorableException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String first(java.util.function.Predicate<String> isIt) {
        return java.util.stream.IntStream.range(0, 1000)
                .mapToObj(number -> "name-" + number)
                .filter(isIt)
                .findFirst()
                .orElseThrow();
    }

    /** What can be written and not be read. */
    private static final class Unreadable implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        private void readObject(java.io.ObjectInputStream in) throws java.io.IOException {
            throw new java.io.InvalidObjectException("not here");
        }
    }
}
