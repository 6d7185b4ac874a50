package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.TOMBSTONE;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.rename;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;
import static org.remora.session.SessionSamples.timeout;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The end of a session, and the end of an id. */
interface EndGuarantees extends StoreUnderTest {

    /** So late that nobody makes the session again. */
    long LATE = NOW + 1_000_000;

    @Test
    default void remove_present_removedForEveryNode() {
        SessionId id = SessionId.random();
        created(id, set("user", "ada"));

        assertThat(taken(1, id, 0)).isInstanceOf(RemoveResult.Removed.class);

        assertThat(isGone(id)).isTrue();
        assertThat(looked(0, id, 0, NOW)).isEqualTo(new Absent());
        assertThat(looked(1, id, 0, NOW)).isEqualTo(new Absent());
    }

    @Test
    default void remove_oldSessionWhoseTimeIsOver_leavesNothing() {
        SessionId id = SessionId.random();
        created(0, id, timeout(0, 60));
        long longAfter = NOW + 1_000_000;

        store(0).remove(key(id), SessionTake.overdue(0, longAfter, 0, longAfter));

        assertThat(peek(key(id))).isEmpty();
    }

    /** Another half of a split cluster may still have the session. */
    @Test
    default void remove_byItsMaker_isRemembered() {
        SessionId id = SessionId.random();
        created(id, set("user", "ada"));

        store(0).remove(key(id), SessionTake.anyway(0, NOW, true));

        assertThat(stored(id).isEnded()).isTrue();
        assertThat(stored(id).isOverAt(NOW + 300_000)).isFalse();
        assertThat(stored(id).isOverAt(NOW + 300_001)).isTrue();
        assertThat(stored(id).attributes().rows()).isZero();
    }

    @Test
    default void remove_knownVersion_answersWhatTheTakerHasMissed() {
        SessionId id = SessionId.random();
        long version = created(id, set("user", "ada"), set("cart", "fish"));
        committed(1, id, version, set("cart", "shark"));

        assertThat(texts(lastOf(taken(0, id, version)).attributes())).isEqualTo(Map.of("cart", "shark"));
    }

    @Test
    default void remove_unknownToTheTaker_answersEverything() {
        SessionId id = SessionId.random();
        created(id, set("user", "ada"), set("cart", "fish"));

        SessionChanges last = lastOf(taken(1, id, 0));

        assertThat(last.complete()).isTrue();
        assertThat(last.createdMillis()).isEqualTo(NOW);
        assertThat(texts(last.attributes())).isEqualTo(Map.of("user", "ada", "cart", "fish"));
    }

    @Test
    default void remove_unknownOrRemoved_absent() {
        SessionId id = SessionId.random();
        assertThat(taken(0, id, 0)).isEqualTo(new Absent());
        created(id);
        taken(0, id, 0);

        assertThat(taken(1, id, 0)).isEqualTo(new Absent());
    }

    /** Its first answer was lost. */
    @Test
    default void remove_againByTheSameTaker_getsTheSameAnswerAndNobodyElseDoes() {
        SessionId id = SessionId.random();
        long version = created(id, set("user", "ada"), set("cart", "fish"));
        committed(1, id, version, set("cart", "shark"));
        SessionTake mine = SessionTake.anyway(version, NOW, true).by(7);

        SessionChanges first = lastOf(store(0).remove(key(id), mine));
        SessionChanges again = lastOf(store(0).remove(key(id), mine));

        assertThat(texts(again.attributes()))
                .isEqualTo(texts(first.attributes()))
                .isEqualTo(Map.of("cart", "shark"));
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.maxInactiveSeconds()).isEqualTo(first.maxInactiveSeconds());
        assertThat(store(1).remove(key(id), SessionTake.anyway(0, NOW, false).by(8)))
                .isEqualTo(new Absent());
        assertThat(taken(1, id, 0)).isEqualTo(new Absent());
        assertThat(isGone(id)).isTrue();
        assertThat(looked(1, id, 0, NOW)).isEqualTo(new Absent());
    }

    @Test
    default void remove_byManyAtOnce_oneAloneGetsIt() {
        for (int round = 0; round < 20; round++) {
            SessionId id = SessionId.random();
            created(id, set("user", "ada"));
            AtomicInteger takers = new AtomicInteger();
            Function<Integer, Runnable> taker = node -> () -> {
                if (taken(node, id, 0) instanceof RemoveResult.Removed) {
                    takers.incrementAndGet();
                }
            };

            InParallel.run(taker.apply(0), taker.apply(1), taker.apply(0), taker.apply(1));

            assertThat(takers).hasValue(1);
        }
    }

    @Test
    default void remove_onlyIfOver_leavesASessionThatWasUsedMeanwhile() {
        SessionId id = SessionId.random();
        created(0, id, timeout(0, 60));
        long version = found(1, id, 0, NOW + 50_000).version();

        assertThat(store(0).remove(key(id), SessionTake.overdue(version, NOW + 70_000, 0, NOW + 80_000)))
                .isEqualTo(new Absent());
        assertThat(isGone(id)).isFalse();
        assertThat(store(0).remove(key(id), SessionTake.overdue(version, NOW + 120_000, 0, NOW + 130_000)))
                .isInstanceOf(RemoveResult.Removed.class);
        assertThat(isGone(id)).isTrue();
    }

    @Test
    default void remove_overdueByANumber_keptForItUntilToldThenGone() {
        SessionId id = overdue();
        SessionTake mine = overdueAt(LATE).by(store(0).taker());

        SessionChanges last = lastOf(store(0).remove(key(id), mine));

        assertThat(texts(last.attributes())).isEqualTo(Map.of("user", "ada"));
        assertThat(UntoldEnd.in(stored(id)))
                .hasValueSatisfying(end -> assertThat(end.taker()).isEqualTo(store(0).taker()));
        assertThat(isGone(id)).isTrue();
        told(0, id);
        assertThat(peek(key(id))).isEmpty();
    }

    @Test
    default void remove_overdueAgainByTheSameNumber_getsTheSameAnswerAndNobodyElseDoes() {
        SessionId id = overdue();
        SessionTake mine = overdueAt(LATE).by(store(0).taker());
        SessionChanges first = lastOf(store(0).remove(key(id), mine));

        SessionChanges again = lastOf(store(0).remove(key(id), mine));

        assertThat(texts(again.attributes())).isEqualTo(texts(first.attributes()));
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.accessedMillis()).isEqualTo(first.accessedMillis());
        assertThat(again.maxInactiveSeconds()).isEqualTo(60);
        assertThat(store(1).remove(key(id), overdueAt(LATE).by(7))).isEqualTo(new Absent());
        assertThat(store(1).remove(key(id), overdueAt(LATE))).isEqualTo(new Absent());
        assertThat(taken(1, id, 0)).isEqualTo(new Absent());
    }

    @Test
    default void anything_toldOfNothingYet_findsNoSession() {
        SessionId id = overdue();
        long version = stored(id).version();
        store(0).remove(key(id), overdueAt(LATE).by(store(0).taker()));

        assertThat(looked(1, id, 0, NOW)).isEqualTo(new Absent());
        assertThat(store(1).commit(key(id), delta(version, set("a", "1")))).isEqualTo(new Absent());
        assertThat(store(1).create(key(id), blank(id), delta(0))).isEqualTo(new Absent());
        assertThat(isGone(id)).isTrue();
    }

    /** Its maker may not have got an answer, and send it again. */
    @Test
    default void told_youngSession_isRememberedWithoutAttributes() {
        SessionId id = overdue();
        store(0).remove(key(id), overdueAt(NOW + 100_000).by(store(0).taker()));

        told(0, id);

        assertThat(stored(id).isEnded()).isTrue();
        assertThat(UntoldEnd.in(stored(id))).isEmpty();
        assertThat(stored(id).attributes().rows()).isZero();
        assertThat(store(0).create(key(id), blank(id), delta(0))).isEqualTo(new Absent());
    }

    /** Another half of a split cluster may have it, where its time is not over. */
    @Test
    default void told_endedBeforeItsTime_isRememberedWithoutAttributes() {
        SessionId id = SessionId.random();
        created(0, id, timeout(0, 10_000, set("user", "ada")));
        store(0).remove(key(id), SessionTake.anyway(0, LATE, false).by(store(0).taker()));
        assertThat(UntoldEnd.in(stored(id))).isPresent();

        told(0, id);

        assertThat(stored(id).isEnded()).isTrue();
        assertThat(UntoldEnd.in(stored(id))).isEmpty();
        assertThat(stored(id).attributes().rows()).isZero();
    }

    @Test
    default void told_bySomebodyElseOrTwice_changesNothing() {
        SessionId id = overdue();
        store(0).remove(key(id), overdueAt(LATE).by(store(0).taker()));

        store(1).told(key(id), 7, heard -> {});
        assertThat(lastOf(store(0).remove(key(id), overdueAt(LATE).by(store(0).taker()))))
                .isNotNull();
        told(0, id);
        told(0, id);

        assertThat(peek(key(id))).isEmpty();
    }

    private SessionId overdue() {
        SessionId id = SessionId.random();
        created(0, id, timeout(0, 60, set("user", "ada")));
        return id;
    }

    private static SessionTake overdueAt(long millis) {
        return SessionTake.overdue(0, millis, 0, millis);
    }

    private void told(int node, SessionId id) {
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        store(node).told(key(id), store(node).taker(), heard::complete);
        assertThat(heard).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
    }

    @Test
    default void commit_removed_absentAndDoesNotComeBack() {
        SessionId id = SessionId.random();
        long version = created(id, set("user", "ada"));
        taken(0, id, 0);

        assertThat(store(1).commit(key(id), delta(version, set("a", "1")))).isEqualTo(new Absent());
        assertThat(store(0).commit(key(id), rename(version, id.renewed()))).isEqualTo(new Absent());

        assertThat(isGone(id)).isTrue();
    }

    /** Its maker may not have got the first answer, and not know that another node has ended the session. */
    @Test
    default void create_againAfterAnotherNodeRemovedIt_absentAndDoesNotComeBack() {
        SessionId id = SessionId.random();
        created(id, set("user", "ada"));
        taken(1, id, 0);

        assertThat(store(0).create(key(id), blank(id), delta(0, set("user", "ada"))))
                .isEqualTo(new Absent());

        assertThat(isGone(id)).isTrue();
        assertThat(looked(0, id, 0, NOW)).isEqualTo(new Absent());
        assertThat(taken(0, id, 0)).isEqualTo(new Absent());
    }

    private static SessionChanges lastOf(RemoveResult result) {
        return assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(RemoveResult.Removed.class))
                .actual()
                .last();
    }

    @Test
    default void commit_newId_theOldFindsNothingAndTheNewEverything() {
        SessionId id = SessionId.random();
        long version = created(id, set("user", "guest"), set("cart", "fish"));
        SessionId newId = id.renewed();

        committed(0, id, rename(version, newId, set("user", "ada"), removed("cart")));

        assertThat(key(newId)).isEqualTo(key(id));
        assertThat(looked(0, id, 0, NOW)).isEqualTo(new Absent());
        assertThat(looked(1, id, version, NOW)).isEqualTo(new Absent());
        assertThat(texts(found(1, newId, 0).attributes())).isEqualTo(Map.of("user", "ada"));
        assertThat(texts(found(1, newId, version).attributes())).isEqualTo(Map.of("user", "ada", "cart", TOMBSTONE));
        assertThat(stored(newId).id()).isEqualTo(IdHash.of(newId));
        assertThat(stored(newId).createdMillis()).isEqualTo(NOW);
    }

    @Test
    default void commit_newIdTwice_onlyTheLastOpens() {
        SessionId id = SessionId.random();
        SessionId second = id.renewed();
        SessionId third = second.renewed();
        long version = created(id, set("user", "ada"));

        version = committed(0, id, rename(version, second)).version();
        committed(1, id, rename(version, third));

        assertThat(looked(0, id, 0, NOW)).isEqualTo(new Absent());
        assertThat(looked(0, second, 0, NOW)).isEqualTo(new Absent());
        assertThat(texts(found(0, third, 0).attributes())).isEqualTo(Map.of("user", "ada"));
    }
}
