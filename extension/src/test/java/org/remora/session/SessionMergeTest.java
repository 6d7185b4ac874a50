package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.TOMBSTONE;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.isSorted;
import static org.remora.session.SessionSamples.names;
import static org.remora.session.SessionSamples.removeAll;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.rename;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.setAll;
import static org.remora.session.SessionSamples.texts;
import static org.remora.session.SessionSamples.timeout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One test for each sentence of {@link SessionMerge}, over examples and over random histories. */
class SessionMergeTest {

    private static final int HISTORIES = 400;

    private final SessionId id = SessionId.random();
    private final SessionRecord split = after(blank(id), timeout(0, 60, set("a", "0"), set("b", "0")));

    static LongStream seeds() {
        return LongStream.range(0, HISTORIES);
    }

    @Test
    void of_writesOfOneAttribute_theLaterWins() {
        SessionRecord here = after(split, delta(0, NOW + 10, set("a", "early")));
        SessionRecord there = after(split, delta(0, NOW + 20, set("a", "late")));

        assertThat(values(merged(here, there))).isEqualTo(Map.of("a", "late", "b", "0"));
    }

    @Test
    void of_writesOfDifferentAttributes_allAreKept() {
        SessionRecord here = after(split, delta(0, NOW + 10, set("a", "1"), set("c", "1")));
        SessionRecord there = after(split, delta(0, NOW + 20, set("b", "1"), set("d", "1")));

        assertThat(values(merged(here, there))).isEqualTo(Map.of("a", "1", "b", "1", "c", "1", "d", "1"));
    }

    @Test
    void of_aRemovalAndAnOlderWrite_theRemovalWins() {
        SessionRecord here = after(split, delta(0, NOW + 10, set("a", "1")));
        SessionRecord there = after(split, delta(0, NOW + 20, removed("a")));

        assertThat(values(merged(here, there))).isEqualTo(Map.of("b", "0"));
    }

    @Test
    void of_aRemovalAndALaterWrite_theWriteWins() {
        SessionRecord here = after(split, delta(0, NOW + 10, removed("a")));
        SessionRecord there = after(split, delta(0, NOW + 20, set("a", "1")));

        assertThat(values(merged(here, there))).isEqualTo(Map.of("a", "1", "b", "0"));
    }

    /** A table remembers but a few removals; what was there before the split and is gone was removed. */
    @Test
    void of_aRemovalWhoseTombstoneIsDropped_isNotUndone() {
        List<String> many = names("n", 40);
        SessionRecord full = after(split, delta(0, NOW + 1, setAll(many, "x")));
        SessionRecord full2 = after(full, delta(0, NOW + 2, set("b", "1")));
        SessionRecord here = after(full2, delta(0, NOW + 10, removeAll(many)));
        SessionRecord there = after(full2, delta(0, NOW + 20, set("new", "1")));

        assertThat(values(merged(here, there))).isEqualTo(Map.of("a", "0", "b", "1", "new", "1"));
    }

    @Test
    void of_anInvalidationAndALaterWrite_theInvalidationWins() {
        SessionRecord here = split.tombstone(NOW + 10, split.versionAfter(NOW + 10));
        SessionRecord there = after(split, delta(0, NOW + 20, set("a", "1")));

        assertThat(merged(here, there).isEnded()).isTrue();
        assertThat(SessionMerge.of(there, here).attributesTaken()).isZero();
    }

    @Test
    void of_anEndThatNobodyWasToldOfAndALaterUse_theEndWinsAndIsStillToBeTold() {
        SessionRecord here = UntoldEnd.tombstone(split, NOW + 10, split.versionAfter(NOW + 10), 7);
        SessionRecord there = after(split, delta(0, NOW + 20, set("a", "1")));

        UntoldEnd end = UntoldEnd.in(merged(here, there)).orElseThrow();

        assertThat(end.taker()).isEqualTo(7);
        assertThat(values(end.last())).isEqualTo(Map.of("a", "0", "b", "0"));
    }

    @Test
    void of_usesOnBothSides_theLaterCounts() {
        assertThat(merged(split.accessedAt(NOW + 5), split.accessedAt(NOW + 7)).accessedMillis())
                .isEqualTo(NOW + 7);
    }

    @Test
    void of_timeoutsOnBothSides_theOneSetLaterCountsNotTheLonger() {
        SessionRecord here = after(after(split, timeout(0, 500)), delta(0, NOW + 50, set("a", "1")));
        SessionRecord there = after(
                split,
                new SessionDelta(0, NOW + 20, NOW, OptionalInt.of(20), Optional.empty(), List.of(set("c", "1"))));

        assertThat(merged(here, there).maxInactiveSeconds()).isEqualTo(20);
    }

    @Test
    void of_newIdsOnBothSides_theLaterOpensTheSession() {
        SessionId early = id.renewed();
        SessionId late = id.renewed();
        SessionRecord here = after(after(split, rename(0, early)), delta(0, NOW + 50, set("a", "1")));
        SessionRecord there = after(after(split, delta(0, NOW + 20, set("c", "1"))), rename(0, late));

        assertThat(merged(here, there).id()).isEqualTo(IdHash.of(late));
    }

    @Test
    void of_nothingNew_theVeryRecordThatIsHere() {
        SessionRecord here = after(split, delta(0, NOW + 20, set("a", "1")));

        assertThat(SessionMerge.of(here, split)).isEqualTo(new SessionMerge(here, false, 0));
    }

    @Test
    void of_somethingNew_countsTheAttributesThatAreNotAsTheyWere() {
        SessionRecord here = after(split, delta(0, NOW + 10, set("a", "1")));
        SessionRecord there = after(split, delta(0, NOW + 20, set("c", "1"), removed("b")));

        assertThat(SessionMerge.of(here, there).attributesTaken()).isEqualTo(2);
        assertThat(SessionMerge.of(there, here).attributesTaken()).isEqualTo(1);
    }

    @Test
    void of_anotherSessionUnderTheSameKey_oneOfThemAsItIs() {
        SessionRecord other = SessionRecord.blank("server/shop", IdHash.of(SessionId.random()), NOW + 1);

        assertThat(merged(split, other)).isSameAs(other);
        assertThat(merged(other, split)).isSameAs(other);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_randomHistories_whatTheLaterWritesSay(long seed) {
        Histories histories = new Histories(seed);
        SessionRecord split = last(histories.beforeTheSplit());
        SessionRecord here = last(histories.inOnePart(split));
        SessionRecord there = last(histories.inOnePart(split));

        SessionRecord merged = merged(here, there);

        assertThat(values(merged)).isEqualTo(histories.survivors());
        assertThat(isSorted(merged.attributes())).isTrue();
        assertThat(merged.version()).isGreaterThanOrEqualTo(Math.max(here.version(), there.version()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_eitherOrder_theSame(long seed) {
        Parts parts = Parts.of(seed);

        assertThat(described(merged(parts.one, parts.two))).isEqualTo(described(merged(parts.two, parts.one)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_threeParts_inWhateverOrderTheyMeet_theSameContent(long seed) {
        Parts parts = Parts.of(seed);
        String content = content(merged(merged(parts.one, parts.two), parts.three));

        assertThat(content(merged(parts.one, merged(parts.two, parts.three)))).isEqualTo(content);
        assertThat(content(merged(merged(parts.three, parts.one), parts.two))).isEqualTo(content);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_onceMore_changesNothing(long seed) {
        Parts parts = Parts.of(seed);
        SessionRecord merged = merged(parts.one, parts.two);

        assertThat(merged(merged, merged)).isSameAs(merged);
        assertThat(content(merged(merged, parts.two))).isEqualTo(content(merged));
        assertThat(content(merged(parts.one, merged))).isEqualTo(content(merged));
        assertThat(merged(parts.one, parts.one)).isSameAs(parts.one);
    }

    /** Its copy is of any earlier state of either half. */
    @ParameterizedTest
    @MethodSource("seeds")
    void of_nodeOfEitherHalf_learnsAllByItsNextLook(long seed) {
        Histories histories = new Histories(seed);
        List<SessionRecord> before = histories.beforeTheSplit();
        List<SessionRecord> here = histories.inOnePart(last(before));
        List<SessionRecord> there = histories.inOnePart(last(before));
        SessionRecord merged = merged(last(here), last(there));

        Stream.of(before, here, there)
                .flatMap(List::stream)
                .filter(known -> known.version() > 0)
                .forEach(known -> assertThat(afterLook(known, merged)).isEqualTo(values(merged)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_anEndInAnyPart_endsAll(long seed) {
        Parts parts = Parts.of(seed);
        SessionRecord ended = parts.two.tombstone(NOW, parts.two.versionAfter(NOW));

        assertThat(merged(merged(parts.one, ended), parts.three).isEnded()).isTrue();
        assertThat(merged(parts.one, merged(ended, parts.three)).isEnded()).isTrue();
        assertThat(merged(ended, ended)).isSameAs(ended);
    }

    private record Parts(SessionRecord one, SessionRecord two, SessionRecord three) {

        static Parts of(long seed) {
            Histories histories = new Histories(seed);
            SessionRecord split = last(histories.beforeTheSplit());
            return new Parts(
                    last(histories.inOnePart(split)),
                    last(histories.inOnePart(split)),
                    last(histories.inOnePart(split)));
        }
    }

    private static Map<String, String> afterLook(SessionRecord known, SessionRecord merged) {
        SessionChanges news = merged.changesSince(known.version());
        Map<String, String> copy = new TreeMap<>(news.complete() ? Map.of() : values(known));
        texts(news.attributes()).forEach((name, text) -> {
            if (text.equals(TOMBSTONE)) {
                copy.remove(name);
            } else {
                copy.put(name, text);
            }
        });
        return copy;
    }

    /** What a session is to its application. */
    private static String content(SessionRecord stored) {
        return List.of(
                        stored.id(),
                        stored.accessedMillis(),
                        stored.maxInactiveSeconds(),
                        stored.isEnded(),
                        values(stored))
                .toString();
    }

    private static Map<String, String> values(SessionRecord stored) {
        return texts(stored.attributes().withoutTombstones());
    }

    private static SessionRecord merged(SessionRecord here, SessionRecord there) {
        return SessionMerge.of(here, there).merged();
    }

    private static SessionRecord after(SessionRecord before, SessionDelta delta) {
        return before.with(delta, before.versionAfter(delta));
    }

    private static SessionRecord last(List<SessionRecord> states) {
        return states.get(states.size() - 1);
    }
}
