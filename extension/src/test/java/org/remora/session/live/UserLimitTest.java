package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.key;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remora.session.InMemorySessionStore;
import org.remora.session.InParallel;
import org.remora.session.Login;
import org.remora.session.LoginText;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.UserLogins;
import org.remora.session.live.ObservedStore.Fault;

/** A user has the sessions of the last logins, as many as the limit says, whatever goes wrong meanwhile. */
class UserLimitTest {

    private static final String ADA = textOf("ada");

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final List<LiveSession> ended = Collections.synchronizedList(new ArrayList<>());
    private final TestNode left = node(2);
    private final TestNode right = node(2);

    private TestNode node(int limit) {
        TestNode node = new TestNode(grid, TestSettings.perUser(limit), clock);
        node.live().observedBy(new Teller(ended));
        return node;
    }

    private static String textOf(String user) {
        return LoginText.of(new Login(user, Login.CallerType.CONTAINER, "FORM", List.of("staff")));
    }

    private static LiveSession login(TestNode node, Visit visit, String text) {
        visit.session().attributes().setInternalText(LoginText.ATTRIBUTE, text);
        CommitOutcome outcome = visit.commit();
        node.live().loggedIn(visit.session(), outcome, node.live().patience());
        visit.end();
        return visit.session();
    }

    private static LiveSession login(TestNode node) {
        return login(node, node.newSession(), ADA);
    }

    private boolean isAlive(LiveSession session) {
        return grid.peek(session.key()).filter(stored -> !stored.isEnded()).isPresent();
    }

    private List<SessionKey> counted() {
        return grid.peek(SessionKey.ofUser(APPLICATION, "ada"))
                .map(stored -> UserLogins.of(stored).logins().stream()
                        .map(login -> login.session())
                        .toList())
                .orElse(List.of());
    }

    @Test
    void login_beyondTheLimit_endsTheOldestWhereverItIsAndTellsOnce() {
        LiveSession first = login(left);
        LiveSession second = login(right);

        LiveSession third = login(right);
        LiveSession fourth = login(right);

        assertThat(Stream.of(first, second, third, fourth).map(this::isAlive))
                .containsExactly(false, false, true, true);
        assertThat(ended.stream().map(LiveSession::key)).containsExactly(first.key(), second.key());
        assertThat(ended)
                .allSatisfy(one -> assertThat(one.attributes().internalText(LoginText.ATTRIBUTE))
                        .contains(ADA));
        assertThat(ended.get(1)).isSameAs(second);
        assertThat(counted()).containsExactly(third.key(), fourth.key());
    }

    @Test
    void login_answerOfTheEndLost_theOldestIsToldOfOnce() {
        LiveSession first = login(left);
        login(left);
        AtomicInteger calls = new AtomicInteger();
        right.store().beforeAnswers(() -> {
            // that of the commit, of the login, and then of the end
            if (calls.incrementAndGet() == 3) {
                right.store().fail(Fault.ANSWER_LOST);
            }
        });
        login(right);
        assertThat(isAlive(first)).isFalse();
        assertThat(ended).isEmpty();

        right.store().fail(Fault.NONE);
        right.live().upkeep().retrySuspended();
        right.live().upkeep().retrySuspended();

        assertThat(ended.stream().map(LiveSession::key)).containsExactly(first.key());
        assertThat(counted()).hasSize(2).doesNotContain(first.key());
    }

    @Test
    void loss_ofTheUsersList_isPutBackInOrderByTheNodesWithCopies() {
        LiveSession first = login(left);
        clock.turn(Duration.ofSeconds(1));
        LiveSession second = login(right);
        lose(right, left);
        assertThat(counted()).containsExactly(first.key(), second.key());

        LiveSession third = login(right);

        assertThat(Stream.of(first, second, third).map(this::isAlive)).containsExactly(false, true, true);
        assertThat(counted()).containsExactly(second.key(), third.key());
    }

    /** Nobody knew of the others when the user logged in. */
    @Test
    void loss_userLogsInBeforeTheListIsPutBack_theOldestEndsThen() {
        LiveSession first = login(left);
        clock.turn(Duration.ofSeconds(1));
        LiveSession second = login(right);
        clock.turn(Duration.ofSeconds(1));
        grid.lose();
        LiveSession third = login(right);
        assertThat(counted()).containsExactly(third.key());

        putBack(left, right);

        assertThat(Stream.of(first, second, third).map(this::isAlive)).containsExactly(false, true, true);
        assertThat(counted()).containsExactly(second.key(), third.key());
        assertThat(ended.stream().map(LiveSession::key)).containsExactly(first.key());
    }

    @Test
    void loss_ofASessionWhoseUserHasLoggedOut_isNotCounted() {
        LiveSession first = login(left);
        LiveSession second = login(left);
        Visit visit = left.sticky(second.id()).remove(LoginText.ATTRIBUTE);
        visit.safe();
        left.live().loggedOut(second, ADA, left.live().patience());

        lose(left, right);

        assertThat(counted()).containsExactly(first.key());
    }

    @Test
    void loss_gridDoesNotAnswer_isPutBackLater() {
        LiveSession session = login(left);
        grid.lose();
        left.store().fail(Fault.QUESTION_LOST);
        left.live().events().lost();
        left.live().upkeep().retrySuspended();
        assertThat(counted()).isEmpty();

        left.store().fail(Fault.NONE);
        left.live().upkeep().retrySuspended();

        assertThat(counted()).containsExactly(session.key());
    }

    private void lose(TestNode... nodes) {
        grid.lose();
        putBack(nodes);
    }

    private static void putBack(TestNode... nodes) {
        for (TestNode node : nodes) {
            node.live().events().lost();
            node.live().upkeep().retrySuspended();
        }
    }

    @Test
    void logins_manyAtOnceOnTwoNodes_asManyAsTheLimitAreLeftAndEachEndIsToldOnce() {
        for (int round = 0; round < 50; round++) {
            ended.clear();
            List<LiveSession> sessions = Collections.synchronizedList(new ArrayList<>());

            InParallel.run(IntStream.range(0, 6)
                    .<Runnable>mapToObj(i -> () -> sessions.add(login(i % 2 == 0 ? left : right)))
                    .toList());

            List<LiveSession> alive = sessions.stream().filter(this::isAlive).toList();
            assertThat(alive).hasSize(2);
            assertThat(counted())
                    .containsExactlyInAnyOrderElementsOf(
                            alive.stream().map(LiveSession::key).toList());
            assertThat(ended.stream().map(LiveSession::key))
                    .doesNotHaveDuplicates()
                    .containsAll(sessions.stream()
                            .filter(session -> !alive.contains(session))
                            .map(LiveSession::key)
                            .toList());
            alive.forEach(session -> left.live().events().end(session.key()));
            assertThat(counted()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"QUESTION_LOST", "ANSWER_LOST"})
    void login_countingIsUnanswered_goesOnAndTheOldestEndWithTheRetry(Fault fault) {
        LiveSession first = login(left);
        login(left);
        Visit visit = right.newSession();
        visit.session().attributes().setInternalText(LoginText.ATTRIBUTE, ADA);
        CommitOutcome outcome = visit.commit();
        right.store().fail(fault);
        right.live().loggedIn(visit.session(), outcome, right.live().patience());

        assertThat(isAlive(first)).isTrue();
        right.live().upkeep().retrySuspended();
        assertThat(isAlive(first)).isTrue();
        right.store().fail(Fault.NONE);
        right.live().upkeep().retrySuspended();

        assertThat(isAlive(first)).isFalse();
        assertThat(isAlive(visit.session())).isTrue();
        assertThat(counted()).hasSize(2).endsWith(visit.session().key());
    }

    @Test
    void login_commitIsUnanswered_countedWhenTheSessionIsInTheGrid() {
        LiveSession first = login(left);
        login(left);
        right.store().fail(Fault.QUESTION_LOST);
        LiveSession third = login(right);

        right.live().upkeep().retrySuspended();
        assertThat(counted()).doesNotContain(third.key());
        right.store().fail(Fault.NONE);
        right.live().upkeep().retrySuspended();

        assertThat(isAlive(third)).isTrue();
        assertThat(isAlive(first)).isFalse();
    }

    /** As after the loss of the node that was to end them. */
    @Test
    void login_earlierOnesWereLeftBeyondTheLimit_endsThemAll() {
        List<LiveSession> many = Stream.generate(() -> login(node(9))).limit(4).toList();

        LiveSession last = login(right);

        assertThat(many.stream().map(this::isAlive)).containsExactly(false, false, false, true);
        assertThat(isAlive(last)).isTrue();
    }

    @Test
    void logoutOrEnd_anyWay_freesThePlace() {
        LiveSession stays = login(left);
        Visit out = left.sticky(login(left).id());
        String text =
                out.session().attributes().internalText(LoginText.ATTRIBUTE).orElseThrow();
        out.remove(LoginText.ATTRIBUTE).safe();
        left.live().loggedOut(out.session(), text, left.live().patience());
        left.live().invalidate(login(left));
        left.live().events().end(login(right).key());
        LiveSession idle = login(left);
        right.live().events().endOverdue(idle.key(), clock.clocks().millis() + 10_000_000, 0);

        assertThat(counted()).containsExactly(stays.key());
        login(right);
        assertThat(isAlive(stays)).isTrue();
        assertThat(isAlive(out.session())).isTrue();
    }

    @Test
    void logout_unanswered_freesThePlaceWithTheRetry() {
        LiveSession session = login(left);
        left.store().fail(Fault.QUESTION_LOST);
        left.live().loggedOut(session, ADA, left.live().patience());
        left.store().fail(Fault.NONE);
        assertThat(counted()).hasSize(1);

        left.live().upkeep().retrySuspended();

        assertThat(counted()).isEmpty();
    }

    @Test
    void loginOfAnother_inTheSession_itIsNotEndedForTheFormerUser() {
        Visit visit = left.sticky(login(left).id());
        login(left, visit, textOf("bob"));
        login(right);
        login(right);

        assertThat(isAlive(visit.session())).isTrue();
    }

    @Test
    void usersOfOneName_inSeveralSpellings_areNotOne() {
        List<LiveSession> sessions = Stream.of("ada", "Ada", "ada ", "bob")
                .map(name -> login(left, left.newSession(), textOf(name)))
                .toList();

        assertThat(sessions).allMatch(this::isAlive);
    }

    @Test
    void requests_withoutALogin_makeNoCallForIt() {
        SessionId id = left.stored("a", 1);
        left.sticky(id).set("a", 2).safe();
        assertThat(left.store().newCalls()).isEqualTo(1);
        left.sticky(id).get("a");
        left.live().upkeep().retrySuspended();
        assertThat(left.store().newCalls()).isZero();
        left.live().invalidate(left.sticky(id).session());
        assertThat(left.store().newCalls()).isEqualTo(1);
    }

    @Test
    void logins_withoutALimit_makeNoCall() {
        TestNode free = new TestNode(grid, TestSettings.defaults(), clock);
        LiveSession session = login(free);
        free.live().loggedOut(session, ADA, free.live().patience());

        assertThat(free.store().newCalls()).isEqualTo(1);
        assertThat(grid.peek(key(session.id()))).isPresent();
        assertThat(counted()).isEmpty();
    }
}
