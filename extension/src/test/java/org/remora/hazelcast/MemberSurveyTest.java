package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.cluster.Figures;
import org.remora.cluster.RemoraVersion;
import org.remora.cluster.SurveyedMember;

/** All members are asked at once, and who does not answer is named. */
@Timeout(180)
class MemberSurveyTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What is promised to administrators for a cluster with a frozen member. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private static final int FROZEN = 1;

    /** More than Hazelcast has on a machine with so many processors. */
    private static final int THREADS = Runtime.getRuntime().availableProcessors() + 4;

    private static final Duration MOMENT = Duration.ofMillis(300);

    private final TestCluster cluster = new TestCluster(3, MapTrial::configure);
    private final CountDownLatch thawed = new CountDownLatch(1);
    private volatile boolean frozen;
    private List<MemberSurvey> surveys = List.of();

    @BeforeEach
    void start() {
        IntStream.range(0, 3).forEach(each -> cluster.startNode());
        cluster.awaitSafe();
        surveys = IntStream.range(0, 3)
                .mapToObj(each -> MemberSurvey.of(cluster.node(each).instance(), () -> figures(each)))
                .toList();
    }

    @AfterEach
    void close() {
        thawed.countDown();
        cluster.close();
    }

    private List<Figures> figures(int node) {
        if (frozen && node == FROZEN) {
            awaitThaw();
        }
        return List.of(new Figures("kind", "subject of " + node, List.of((long) node, Long.MIN_VALUE)));
    }

    private void awaitThaw() {
        try {
            thawed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ask_anyNode_hasTheFiguresOfAll() {
        for (MemberSurvey survey : surveys) {
            List<SurveyedMember> answers = survey.ask(LONGEST);

            assertThat(answers).extracting(each -> each.member().name()).containsExactly("node-0", "node-1", "node-2");
            assertThat(answers).allMatch(SurveyedMember::isAnswered).allMatch(each -> !each.lite());
            assertThat(answers).extracting(SurveyedMember::version).containsOnly(RemoraVersion.text());
            assertThat(answers).extracting(SurveyedMember::id).doesNotHaveDuplicates();
            assertThat(answers).filteredOn(each -> each.member().local()).hasSize(1);
            assertThat(answers.stream().mapToInt(SurveyedMember::ownedPartitions))
                    .allMatch(owned -> owned > 0);
            assertThat(answers.get(2).figures())
                    .containsExactly(new Figures("kind", "subject of 2", List.of(2L, Long.MIN_VALUE)));
        }
        assertThat(surveys.get(0).isSafe(LONGEST)).isTrue();
        assertThat(surveys.get(0).isMigrating()).isFalse();
    }

    @Test
    void ask_oneMemberFrozen_othersAnswerInTimeAndItIsNamed() {
        frozen = true;
        long begunNanos = System.nanoTime();

        List<SurveyedMember> answers = surveys.get(0).ask(LONGEST);

        assertThat(Duration.ofNanos(System.nanoTime() - begunNanos)).isLessThan(PROMISED);
        assertThat(answers).extracting(SurveyedMember::isAnswered).containsExactly(true, false, true);
        assertThat(answers.get(FROZEN).trouble()).isEqualTo("no answer within 2000 ms");
        assertThat(answers.get(FROZEN).figures()).isEmpty();
        assertThat(answers.get(FROZEN).ownedPartitions()).isPositive();
    }

    @Test
    void isSafe_oneMemberFrozen_isNotKnownInTime() {
        freeze();
        long begunNanos = System.nanoTime();

        assertThat(surveys.get(0).isSafe(LONGEST)).isFalse();
        assertThat(cluster.node(0).awaitSafe(LONGEST)).isFalse();
        assertThat(cluster.node(0).awaitSafe(Duration.ZERO)).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - begunNanos)).isLessThan(PROMISED.multipliedBy(2));
        thawed.countDown();
        assertThat(cluster.node(0).awaitSafe(PATIENCE)).isTrue();
    }

    /** Gives all threads that answer on the member something to do that does not end. */
    private void freeze() {
        frozen = true;
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(surveys.get(0).ask(MOMENT).get(FROZEN).isAnswered()).isFalse();
        }
    }

    @Test
    void ask_figuresOfAMemberFail_itIsNamedWithTheCause() {
        MemberSurvey unused = MemberSurvey.of(cluster.node(FROZEN).instance(), () -> {
            throw new IllegalStateException("as the test wants");
        });

        List<SurveyedMember> answers = surveys.get(0).ask(LONGEST);

        assertThat(answers.get(FROZEN).trouble()).contains("the question failed", "as the test wants");
        assertThat(answers.get(0).isAnswered()).isTrue();
    }

    @Test
    void ask_memberKilled_isGoneFromTheAnswers() {
        cluster.kill(FROZEN);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(surveys.get(0).ask(LONGEST)).hasSize(2).allMatch(SurveyedMember::isAnswered));
        await().atMost(PATIENCE).until(() -> surveys.get(0).isSafe(LONGEST));
    }

    @Test
    void ask_nodeHasLeft_nobodyIsSeen() {
        cluster.kill(0);

        assertThat(surveys.get(0).ask(LONGEST)).isEmpty();
    }

    @Test
    void trial_allMembers_worksFromEachToEach() {
        MapTrial trial = new MapTrial(cluster.node(0).instance());
        MapTrial elsewhere = new MapTrial(cluster.node(2).instance());

        trial.put("key", "value");
        assertThat(elsewhere.get("key")).contains("value");
        assertThat(elsewhere.remove("key")).isTrue();
        assertThat(trial.get("key")).isEmpty();
        assertThat(trial.remove("key")).isFalse();
        assertThat(trial.tryAll()).isEmpty();
        assertThat(cluster.node(1).instance().getMap("remora.self-test").size()).isZero();
    }
}
