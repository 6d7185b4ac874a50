package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.AttributeTable.MAX_TOMBSTONES;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.TOMBSTONE;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.names;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.setAll;
import static org.remora.session.SessionSamples.texts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link SessionStore#commit} promises. */
interface CommitGuarantees extends StoreUnderTest {

    @Test
    default void commit_unknownKey_absentAndNothingIsMade() {
        SessionId id = SessionId.random();

        assertThat(store(0).commit(key(id), delta(7, set("a", "1")))).isEqualTo(new Absent());

        assertThat(peek(key(id))).isEmpty();
    }

    @Test
    default void commit_presentBase_nothingOfOthers() {
        SessionId id = SessionId.random();
        long first = created(id);

        CommitResult.Committed done = committed(1, id, first, set("a", "1"));

        assertThat(done.others()).isEmpty();
        assertThat(done.version()).isEqualTo(stored(id).version()).isGreaterThan(first);
    }

    @Test
    default void commit_oldBase_whatOthersWroteWithoutTheNamesOfTheDelta() {
        SessionId id = SessionId.random();
        long first = created(id, set("a", "1"), set("b", "1"), set("c", "1"));
        committed(1, id, first, set("a", "other"), set("b", "other"), removed("c"));

        CommitResult.Committed done = committed(0, id, first, set("a", "mine"));

        SessionChanges others = done.others().orElseThrow();
        assertThat(others.version()).isEqualTo(done.version());
        assertThat(others.complete()).isFalse();
        assertThat(texts(others.attributes())).isEqualTo(Map.of("b", "other", "c", TOMBSTONE));
        assertThat(texts(found(0, id, 0).attributes())).isEqualTo(Map.of("a", "mine", "b", "other"));
    }

    @Test
    default void commit_baseOlderThanForgottenRemovals_everythingOfOthers() {
        SessionId id = SessionId.random();
        List<String> removedNames = names("a", MAX_TOMBSTONES + 1);
        long first = created(id, setAll(removedNames, "x"));
        removedOneByOne(id, removedNames, first);

        CommitResult.Committed done = committed(1, id, first, set("mine", "1"));

        SessionChanges others = done.others().orElseThrow();
        assertThat(others.complete()).isTrue();
        assertThat(texts(others.attributes())).doesNotContainKeys(removedNames.toArray(String[]::new));
    }

    @Test
    default void commit_sameDeltaTwice_sameContentAndNothingOfOthers() {
        SessionId id = SessionId.random();
        long first = created(id, set("a", "1"), set("b", "1"));
        SessionDelta delta = delta(first, set("a", "2"), removed("b"));
        CommitResult.Committed once = committed(0, id, delta);

        CommitResult.Committed twice = committed(0, id, delta);

        assertThat(twice.version()).isGreaterThan(once.version());
        assertThat(twice.others().map(others -> texts(others.attributes())).orElse(Map.of()))
                .isEmpty();
        assertThat(texts(found(1, id, 0).attributes())).isEqualTo(Map.of("a", "2"));
        assertThat(texts(found(1, id, first).attributes())).isEqualTo(Map.of("a", "2", "b", TOMBSTONE));
    }

    @Test
    default void commit_differentAttributesFromTheSameBase_bothThere() {
        SessionId id = SessionId.random();
        long base = created(id);

        committed(0, id, base, set("a", "1"));
        committed(1, id, base, set("b", "2"));

        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    default void commit_sameAttributeFromTheSameBase_theLaterWinsWhateverTheClocksSay() {
        SessionId id = SessionId.random();
        long base = created(id);

        committed(0, id, delta(base, NOW + 60_000, set("a", "first")));
        committed(1, id, delta(base, NOW - 60_000, set("a", "second")));

        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("a", "second"));
    }

    @Test
    default void commit_whateverTheClocksSay_versionsGrow() {
        SessionId id = SessionId.random();
        long version = created(id);

        for (long millis : new long[] {NOW + 5, NOW + 5, 0, NOW - 1_000_000, NOW + 6, NOW + 1_000_000, NOW, NOW}) {
            long next = committed(0, id, delta(version, millis, set("a", "x"))).version();
            assertThat(next).isGreaterThan(version);
            version = next;
        }
    }

    @Test
    default void commit_withoutAttributes_makesAVersionToo() {
        SessionId id = SessionId.random();
        long version = created(id, set("a", "1"));

        assertThat(committed(1, id, version).version()).isGreaterThan(version);
        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("a", "1"));
    }

    @Test
    default void commit_removalOfAnUnknownName_isRememberedAndHarmless() {
        SessionId id = SessionId.random();
        long version = created(id, set("a", "1"));

        committed(0, id, version, removed("never"));

        assertThat(texts(found(1, id, 0).attributes())).isEqualTo(Map.of("a", "1"));
    }

    @Test
    default void commit_guardedNameThatOthersChanged_nothingIsAppliedAndWhatOthersWroteComesBack() {
        SessionId id = SessionId.random();
        long first = created(id, set("cart", "1"), set("b", "1"));
        long second = committed(1, id, first, set("cart", "theirs")).version();
        SessionDelta guarded = guarded(first, "cart", set("cart", "mine"), set("b", "mine"));

        CommitResult result = store(0).commit(key(id), guarded);

        assertThat(result).isInstanceOf(CommitResult.Outdated.class);
        SessionChanges others = ((CommitResult.Outdated) result).others();
        assertThat(others.version()).isEqualTo(second);
        assertThat(texts(others.attributes())).isEqualTo(Map.of("cart", "theirs"));
        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("cart", "theirs", "b", "1"));
        assertThat(stored(id).version()).isEqualTo(second);
    }

    @Test
    default void commit_guardedNameThatOthersRemoved_nothingIsApplied() {
        SessionId id = SessionId.random();
        long first = created(id, set("cart", "1"));
        committed(1, id, first, removed("cart"));

        assertThat(store(0).commit(key(id), guarded(first, "cart", set("cart", "mine"))))
                .isInstanceOf(CommitResult.Outdated.class);
        assertThat(texts(stored(id).attributes())).isEqualTo(Map.of("cart", TOMBSTONE));
    }

    @Test
    default void commit_guardedNameThatNobodyElseChanged_isApplied() {
        SessionId id = SessionId.random();
        long first = created(id, set("cart", "1"));
        long second = committed(1, id, first, set("b", "theirs")).version();

        assertThat(store(0).commit(key(id), guarded(first, "cart", set("cart", "mine"), set("new", "1"))))
                .isInstanceOf(CommitResult.Committed.class);
        assertThat(store(0).commit(key(id), guarded(second, "never", set("never", "1"))))
                .isInstanceOf(CommitResult.Committed.class);

        assertThat(texts(stored(id).attributes()))
                .isEqualTo(Map.of("cart", "mine", "b", "theirs", "new", "1", "never", "1"));
    }

    private static SessionDelta guarded(long base, String name, AttributeChange... changes) {
        return new SessionDelta(base, NOW, NOW, OptionalInt.empty(), Optional.empty(), List.of(changes), Set.of(name));
    }
}
