package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.config.SessionSettings;
import org.remora.session.InMemorySessionStore;
import org.remora.session.InParallel;
import org.remora.session.SessionId;
import org.remora.session.merge.Mergers;
import org.remora.session.merge.SessionAttributeMerger;

/** Two nodes change one attribute at the same time, and the application knows how to make one of both. */
@Timeout(60)
class MergeTest {

    private static final int ROUNDS = 150;

    // Requests of one session stand in line here, for long on a loaded machine.
    private static final SessionSettings PATIENT = TestSettings.gridTimeout(Duration.ofMinutes(1));

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private TestNode node = node(new Cart.Merger());
    private TestNode other = node(new Cart.Merger());

    @Test
    void commit_bothAddedInPlace_bothItemsAreThereOnBothNodes() {
        SessionId id = node.stored("cart", new Cart().add("a"));
        Visit here = node.foreign(id);
        Visit there = other.foreign(id);
        cartIn(here).add("here");
        cartIn(there).add("there");

        here.safe();
        there.safe();

        assertThat(cartIn(node.foreign(id)).items()).containsExactly("a", "here", "there");
        assertThat(cartIn(other.foreign(id)).items()).containsExactly("a", "here", "there");
        assertThat(other.live().gauges().statistics().attributesMerged()).isEqualTo(1);
        assertThat(node.live().gauges().statistics().attributesMerged()).isZero();
        assertThat(other.live().gauges().statistics().conflicts()).isEqualTo(1);
        assertThat(node.live().gauges().statistics().conflicts()).isZero();
    }

    @Test
    void commit_oneRemovedAndOneAdded_theAncestorTellsWhatWasRemoved() {
        SessionId id = node.stored("cart", new Cart().add("a").add("b"));
        Visit here = node.foreign(id);
        Visit there = other.foreign(id);
        cartIn(here).remove("a");
        cartIn(there).add("c");

        here.safe();
        there.safe();

        assertThat(cartIn(node.foreign(id)).items()).containsExactly("b", "c");
    }

    @Test
    void commit_bothSetANewObject_isMergedToo() {
        SessionId id = node.stored();
        Visit here = node.foreign(id).set("cart", new Cart().add("here"));
        Visit there = other.foreign(id).set("cart", new Cart().add("there"));

        here.safe();
        there.safe();

        assertThat(cartIn(node.foreign(id)).items()).containsExactly("here", "there");
    }

    @Test
    void commit_mergerThatMakesANewObject_requestsUnderWayLoseNothing() {
        node = node(new Cart.Copier());
        other = node(new Cart.Copier());
        SessionId id = node.stored("cart", new Cart());
        Visit here = node.foreign(id);
        Visit parallel = node.sticky(id);
        Cart held = cartIn(parallel);
        cartIn(here).add("here");
        Visit there = other.foreign(id);
        cartIn(there).add("there");
        there.safe();

        here.safe();
        held.add("parallel");
        parallel.safe();

        assertThat(cartIn(other.foreign(id)).items()).containsExactly("here", "parallel", "there");
    }

    @Test
    void commit_otherAttributesOfARefusedCommit_areWrittenOnce() {
        SessionId id = node.stored("cart", new Cart(), "n", 0);
        Visit here = node.foreign(id).set("n", 1);
        Visit there = other.foreign(id);
        cartIn(here).add("here");
        cartIn(there).add("there");
        there.safe();

        here.safe();

        assertThat(other.foreign(id).get("n")).isEqualTo(1);
        assertThat(cartIn(other.foreign(id)).items()).containsExactly("here", "there");
    }

    @Test
    void commit_answerLost_ownItemsAreNotDoubled() {
        SessionId id = node.stored("cart", new Cart());
        Visit here = node.foreign(id);
        cartIn(here).add("here");
        node.store().fail(ObservedStore.Fault.ANSWER_LOST);
        assertThat(here.commit()).isEqualTo(CommitOutcome.SUSPENDED);
        node.store().fail(ObservedStore.Fault.NONE);
        Visit there = other.foreign(id);
        cartIn(there).add("there");
        there.safe();

        node.live().upkeep().retrySuspended();

        assertThat(cartIn(node.foreign(id)).items()).containsExactly("here", "there");
        assertThat(cartIn(other.foreign(id)).items()).containsExactly("here", "there");
        assertThat(node.live().gauges().suspendedSessions()).isZero();
    }

    @Test
    void commit_mergerThatThrows_theLaterCommitWins() {
        node = node(new Cart.Failing());
        SessionId id = other.stored("cart", new Cart());
        Visit here = node.foreign(id);
        Visit there = other.foreign(id);
        cartIn(here).add("here");
        cartIn(there).add("there");
        there.safe();

        here.safe();

        assertThat(cartIn(other.foreign(id)).items()).containsExactly("here");
    }

    @Test
    void find_newsOfAnAttributeChangedHere_areMergedAtOnce() {
        SessionId id = node.stored("cart", new Cart());
        Visit here = node.foreign(id);
        cartIn(here).add("here");
        Visit there = other.foreign(id);
        cartIn(there).add("there");
        there.safe();

        assertThat(cartIn(node.foreign(id)).items()).containsExactly("here", "there");
        here.safe();

        assertThat(cartIn(other.foreign(id)).items()).containsExactly("here", "there");
    }

    @Test
    void commit_attributeWithoutAMerger_theLaterCommitWins() {
        SessionId id = node.stored("text", "");
        Visit here = node.foreign(id).set("text", "here");
        Visit there = other.foreign(id).set("text", "there");
        there.safe();
        node.store().newCalls();

        here.safe();

        assertThat(node.store().newCalls()).isEqualTo(1);
        assertThat(other.foreign(id).get("text")).isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void commit_requestsOnBothNodesAddAllTheTime_nothingIsLost(boolean inPlace) {
        if (!inPlace) {
            node = node(new Cart.Copier());
            other = node(new Cart.Copier());
        }
        SessionId id = node.stored("cart", new Cart());
        Set<String> all = new TreeSet<>();
        List<Runnable> requests = IntStream.range(0, 4)
                .<Runnable>mapToObj(thread -> () -> IntStream.range(0, ROUNDS).forEach(round -> {
                    Visit visit = (thread % 2 == 0 ? node : other).foreign(id);
                    cartIn(visit).add(thread + "-" + round);
                    visit.safe();
                    visit.end();
                }))
                .toList();
        IntStream.range(0, 4)
                .forEach(thread -> IntStream.range(0, ROUNDS).forEach(round -> all.add(thread + "-" + round)));

        InParallel.run(requests);

        assertThat(cartIn(node.foreign(id)).items()).isEqualTo(all);
        assertThat(cartIn(other.foreign(id)).items()).isEqualTo(all);
        assertThat(node.live().gauges().statistics().attributesMerged()
                        + other.live().gauges().statistics().attributesMerged())
                .isPositive();
    }

    private TestNode node(SessionAttributeMerger<?> merger) {
        return new TestNode(grid, PATIENT, clock, new TestCodec(), new Mergers(List.of(merger)));
    }

    private static Cart cartIn(Visit visit) {
        return assertThat(visit.get("cart")).asInstanceOf(type(Cart.class)).actual();
    }
}
