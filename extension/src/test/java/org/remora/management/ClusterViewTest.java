package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.remora.cluster.ClusterMember;
import org.remora.cluster.ClusterNode;
import org.remora.cluster.DrainProgress;
import org.remora.cluster.Figures;
import org.remora.cluster.NodeHealth;
import org.remora.cluster.NodeState;
import org.remora.cluster.SurveyedMember;
import org.remora.invalidation.InvalidationStatistics;
import org.remora.jobs.JobState;
import org.remora.jobs.run.JobStatistics;
import org.remora.session.live.CallTimes;
import org.remora.session.live.ReplicationState;
import org.remora.session.live.SessionStatistics;

/** What the servers of a cluster count, as it comes from them, in rows and sums. */
class ClusterViewTest {

    private static final String SHOP = "server/shop";
    private static final SessionStatistics SESSIONS = new SessionStatistics(
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            16,
            new CallTimes(new long[] {0, 0, 3, 0, 1}),
            new ReplicationState(Optional.of(Instant.ofEpochMilli(99)), 19, 17, 18));
    private static final InvalidationStatistics INVALIDATIONS = new InvalidationStatistics(1, 2, 3, 4, 5, 6, 7);
    private static final JobStatistics JOBS =
            new JobStatistics(Map.of(JobState.WAITING, 1L, JobState.RUNNING, 2L, JobState.FAILED, 3L), 4, 5);

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void figures_sessions_arriveAsTheyWere() {
        List<Figures> rows = SessionFigures.of(SHOP, SESSIONS);

        assertThat(SessionFigures.read(rows.get(0), rows.get(1))).isEqualTo(SESSIONS);
    }

    @Test
    void figures_invalidations_arriveAsTheyWere() {
        assertThat(InvalidationFigures.read(InvalidationFigures.of(SHOP, INVALIDATIONS)))
                .isEqualTo(INVALIDATIONS);
    }

    @Test
    void figures_jobs_arriveAsTheyWere() {
        assertThat(JobFigures.read(JobFigures.of(JOBS))).isEqualTo(JOBS);
    }

    @Test
    void figures_ofAnOlderAndANewerVersion_areReadAsFarAsTheyAreKnown() {
        Figures older = new Figures(SessionFigures.KIND, SHOP, List.of(42L, 43L));
        Figures newer = new Figures(
                SessionFigures.KIND,
                "server/new",
                Stream.generate(() -> 7L).limit(50).toList());
        List<Figures> rows = List.of(
                older,
                newer,
                new Figures("something of tomorrow", "", List.of(1L)),
                new Figures(JobFigures.OWNED, "A_STATE_OF_TOMORROW", List.of(1L)),
                new Figures(SessionFigures.CALLS, SHOP, List.of(2L, 9L, 100_000L, 1L)));

        ClusterReport report = report(answered("a", rows));

        assertThat(report.getSessions())
                .extracting(SessionsRow::getApplication, SessionsRow::getSessionsLive, SessionsRow::getGridCalls)
                .containsExactly(tuple("server/new", 7L, 0L), tuple(SHOP, 42L, 9L));
        assertThat(report.getMembers().get(0).getState()).isEqualTo("STARTING");
    }

    @Test
    void collect_threeServersOneFrozen_rowsOfTwoAndSumsAndTheThirdIsNamed() {
        ClusterReport report = report(
                answered("b", statistics().figures()),
                answered("a", statistics().figures()),
                new SurveyedMember(
                        "id-c", new ClusterMember("c", "127.0.0.1:3", false), "1", false, 90, List.of(), "no answer"));

        assertThat(report.getMembers())
                .extracting(MemberRow::getName, MemberRow::isAnswered, MemberRow::getState, MemberRow::getTrouble)
                .containsExactly(
                        tuple("b", true, "ACTIVE", ""),
                        tuple("a", true, "ACTIVE", ""),
                        tuple("c", false, "UNANSWERED", "no answer"));
        assertThat(report.getMembers())
                .extracting(MemberRow::getUptimeSeconds, MemberRow::getOwnedPartitions)
                .containsExactly(tuple(60L, 90), tuple(60L, 90), tuple(-1L, 90));
        assertThat(report.isMigrating()).isTrue();
        assertThat(report.getSessions()).extracting(SessionsRow::getNode).containsExactly("a", "b");
        assertThat(report.getSessionSums())
                .extracting(
                        SessionsRow::getNode,
                        SessionsRow::getApplication,
                        SessionsRow::getSessionsLive,
                        SessionsRow::getConflicts,
                        SessionsRow::getOutages,
                        SessionsRow::getGridCalls,
                        SessionsRow::getGridCallP99Micros)
                .containsExactly(tuple("*", SHOP, 2L, 18L, 34L, 8L, 4L));
        assertThat(report.getInvalidations())
                .extracting(InvalidationRow::getNode, InvalidationRow::getSent)
                .containsExactly(tuple("a", 1L), tuple("b", 1L));
        assertThat(report.getInvalidationSums())
                .extracting(InvalidationRow::getNode, InvalidationRow::getApplication, InvalidationRow::getFullDrops)
                .containsExactly(tuple("*", SHOP, 14L));
        assertThat(report.getJobs())
                .extracting(JobsRow::getNode, JobsRow::getRunning)
                .containsExactly(tuple("b", 2L), tuple("a", 2L));
        assertThat(report.getJobSum().getWaiting()).isEqualTo(2);
        assertThat(report.getJobSum().getOver()).isEqualTo(6);
        assertThat(report.getJobSum().getFinished()).isEqualTo(10);
    }

    @Test
    void getSessionSums_applicationOnOneServerOnly_isItsOwnSum() {
        ClusterReport report = report(answered("a", statistics().figures()));

        assertThat(report.getSessionSums())
                .extracting(SessionsRow::getNode, SessionsRow::getSessionsLive)
                .containsExactly(tuple("*", 1L));
    }

    @Test
    void figures_applicationStopped_isNotToldAnyMore() {
        ServerStatistics statistics = new ServerStatistics(nanos::get);
        Runnable endSessions = statistics.ofSessions(SHOP, () -> SESSIONS);
        Runnable endInvalidations = statistics.ofInvalidations(SHOP, () -> INVALIDATIONS);

        endSessions.run();
        endInvalidations.run();

        assertThat(statistics.figures()).isEmpty();
    }

    private ServerStatistics statistics() {
        ServerStatistics statistics = new ServerStatistics(nanos::get);
        statistics.ofNode(new StandingNode("a"), () -> true);
        Runnable unused = statistics.ofSessions(SHOP, () -> SESSIONS);
        unused = statistics.ofInvalidations(SHOP, () -> INVALIDATIONS);
        statistics.ofJobs(() -> JOBS);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        return statistics;
    }

    private static ClusterReport report(SurveyedMember... members) {
        return ClusterView.of("remora", false, List.of(members));
    }

    private static SurveyedMember answered(String name, List<Figures> figures) {
        return new SurveyedMember(
                "id-" + name, new ClusterMember(name, "127.0.0.1:1", false), "1", false, 90, figures, "");
    }

    /** A node that does nothing. */
    record StandingNode(String name) implements ClusterNode {

        @Override
        public String clusterName() {
            return "remora";
        }

        @Override
        public List<ClusterMember> members() {
            return List.of(new ClusterMember(name, "127.0.0.1:1", true));
        }

        @Override
        public NodeState state() {
            return NodeState.ACTIVE;
        }

        @Override
        public void drain(Duration grace) {
            throw new UnsupportedOperationException("this node only stands");
        }

        @Override
        public void undrain() {
            throw new UnsupportedOperationException("this node only stands");
        }

        @Override
        public DrainProgress drainProgress() {
            throw new UnsupportedOperationException("this node only stands");
        }

        @Override
        public NodeHealth health() {
            throw new UnsupportedOperationException("this node only stands");
        }

        @Override
        public boolean awaitSafe(Duration longest) {
            return true;
        }
    }
}
