package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.set;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences of {@link UserIndex}, but for the loss of a node and for what is not answered. */
interface UserGuarantees extends StoreUnderTest {

    private static SessionKey user() {
        return SessionKey.ofUser(APPLICATION, "user-" + UUID.randomUUID());
    }

    private List<UserLogin> entered(int node, SessionKey user, UserLogin login, int limit) {
        LoginResult result = store(node).users().enter(APPLICATION, user, login, limit, NOW);
        assertThat(result).isInstanceOf(LoginResult.Entered.class);
        return ((LoginResult.Entered) result).tooMany();
    }

    private static UserLogin login() {
        return new UserLogin(key(SessionId.random()), NOW);
    }

    private static UserLogin at(UserLogin login, long version) {
        return new UserLogin(login.session(), version);
    }

    private List<UserLogin> known(SessionKey user) {
        return peek(user).map(record -> UserLogins.of(record).logins()).orElse(List.of());
    }

    @Test
    default void enter_beyondTheLimit_answersTheOldestUntilTheyLeave() {
        SessionKey user = user();
        List<UserLogin> logins = Stream.generate(UserGuarantees::login).limit(5).toList();
        assertThat(entered(0, user, logins.get(0), 2)).isEmpty();
        assertThat(entered(1, user, logins.get(1), 2)).isEmpty();

        assertThat(entered(0, user, logins.get(2), 2)).containsExactly(logins.get(0));
        assertThat(entered(1, user, logins.get(3), 2)).containsExactly(logins.get(0), logins.get(1));
        store(0).users().leave(user, logins.get(0), NOW);
        store(1).users().leave(user, logins.get(1), NOW);

        assertThat(entered(1, user, logins.get(4), 2)).containsExactly(logins.get(2));
        assertThat(entered(0, user(), logins.get(4), 2)).isEmpty();
    }

    /** Of every race those are left that nobody was told of: as many as the limit, and all were entered last. */
    @Test
    default void enter_manyAtOnceOnTwoNodes_allButTheLimitAreAnsweredToSomebody() {
        for (int round = 0; round < 20; round++) {
            SessionKey user = user();
            List<UserLogin> logins =
                    Stream.generate(UserGuarantees::login).limit(8).toList();
            List<UserLogin> tooMany = Collections.synchronizedList(new ArrayList<>());

            InParallel.run(IntStream.range(0, logins.size())
                    .<Runnable>mapToObj(i -> () -> tooMany.addAll(entered(i % 2, user, logins.get(i), 3)))
                    .toList());

            assertThat(known(user)).containsExactlyInAnyOrderElementsOf(logins);
            assertThat(new HashSet<>(tooMany))
                    .containsExactlyInAnyOrderElementsOf(known(user).subList(0, 5));
        }
    }

    /** Nodes put back what they know in any order, while users log in. */
    @Test
    default void putBack_inAnyOrder_standsInTheOrderOfTheVersionsAndAnswersTheOldest() {
        SessionKey user = user();
        List<UserLogin> logins =
                IntStream.range(0, 4).mapToObj(i -> at(login(), NOW + i)).toList();
        assertThat(entered(0, user, logins.get(3), 2)).isEmpty();

        assertThat(putBack(0, user, logins.get(1), 2)).isEmpty();
        assertThat(putBack(1, user, logins.get(0), 2)).containsExactly(logins.get(0));
        assertThat(putBack(0, user, logins.get(2), 2)).containsExactly(logins.get(0), logins.get(1));
        assertThat(putBack(1, user, logins.get(2), 2)).hasSize(2);

        assertThat(known(user)).containsExactlyElementsOf(logins);
    }

    @Test
    default void putBack_olderThanWhatIsKnownOfTheSession_changesNothing() {
        SessionKey user = user();
        UserLogin login = login();
        entered(0, user, at(login, NOW + 5), 2);

        putBack(1, user, login, 2);

        assertThat(known(user)).containsExactly(at(login, NOW + 5));
    }

    private List<UserLogin> putBack(int node, SessionKey user, UserLogin login, int limit) {
        LoginResult result = store(node).users().putBack(APPLICATION, user, login, limit, NOW);
        assertThat(result).isInstanceOf(LoginResult.Entered.class);
        return ((LoginResult.Entered) result).tooMany();
    }

    @Test
    default void enter_again_keepsItsPlaceOnceAndALaterLoginMovesUp() {
        SessionKey user = user();
        UserLogin first = login();
        UserLogin second = login();
        entered(0, user, first, 9);
        entered(0, user, second, 9);

        entered(1, user, first, 9);
        assertThat(known(user)).containsExactly(first, second);
        entered(1, user, at(first, NOW + 5), 9);
        assertThat(known(user)).containsExactly(second, at(first, NOW + 5));
    }

    @Test
    default void leave_overtakenByALaterLoginOfTheSession_changesNothing() {
        SessionKey user = user();
        UserLogin login = login();
        entered(0, user, at(login, NOW + 5), 9);

        assertThat(store(1).users().leave(user, login, NOW)).isTrue();

        assertThat(known(user)).containsExactly(at(login, NOW + 5));
    }

    @Test
    default void leave_lastLogin_dropsTheRecord() {
        SessionKey user = user();
        UserLogin login = login();
        entered(0, user, login, 9);

        assertThat(store(1).users().leave(user, login, NOW)).isTrue();
        assertThat(store(1).users().leave(user, login, NOW)).isTrue();

        assertThat(peek(user)).isEmpty();
    }

    @Test
    default void enter_allTheTimeWithoutAnyLeaving_sizeIsBounded() {
        SessionKey user = user();
        UserLogin last = login();
        for (int i = 0; i < 150; i++) {
            last = login();
            entered(i % 2, user, last, 1);
        }

        assertThat(known(user)).hasSize(1 + UserLogins.REMEMBERED_BEYOND_LIMIT).endsWith(last);
    }

    @Test
    default void userRecord_isNoSession_andIsOver30DaysAfterItsLastChange() {
        SessionKey user = user();
        entered(0, user, login(), 9);
        SessionRecord rested = peek(user).orElseThrow();
        long days30 = 30L * 24 * 60 * 60 * 1000;

        assertThat(rested.isEnded()).isTrue();
        assertThat(rested.isOverAt(NOW + days30, 1)).isFalse();
        assertThat(rested.isOverAt(NOW + days30 + 1, 1)).isTrue();
    }

    @Test
    default void end_sessionHasTheLogin_oneGetsIt() {
        SessionId id = SessionId.random();
        long version = created(id, set(LoginText.ATTRIBUTE, "ada"), set("cart", "fish"));
        UserLogin login = new UserLogin(key(id), version);
        committed(1, id, version, set("cart", "shark"));
        SessionTake take = SessionTake.anyway(0, NOW, false);

        assertThat(store(1).users().end(login, take)).isInstanceOf(RemoveResult.Removed.class);
        assertThat(store(0).users().end(login, take)).isEqualTo(new Absent());
        assertThat(isGone(id)).isTrue();
    }

    @Test
    default void end_userHasLoggedOutOrAnotherIn_leavesTheSession() {
        SessionId out = SessionId.random();
        long outVersion = created(out, set(LoginText.ATTRIBUTE, "ada"));
        committed(1, out, outVersion, removed(LoginText.ATTRIBUTE));
        SessionId another = SessionId.random();
        long anotherVersion = created(another, set(LoginText.ATTRIBUTE, "ada"));
        committed(1, another, anotherVersion, set(LoginText.ATTRIBUTE, "bob"));
        SessionTake take = SessionTake.anyway(0, NOW, false);

        assertThat(store(0).users().end(new UserLogin(key(out), outVersion), take))
                .isEqualTo(new Absent());
        assertThat(store(0).users().end(new UserLogin(key(another), anotherVersion), take))
                .isEqualTo(new Absent());
        assertThat(isGone(out) || isGone(another)).isFalse();
    }
}
