package org.remora.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who has neither caches nor observers says nothing, until somebody else asks. */
class NodeListeningTest {

    private static final CacheInvalidated PRICE = CacheInvalidated.of("prices", 7);

    private final AtomicLong nanos = new AtomicLong();
    private final LoopNetwork network = new LoopNetwork();
    private final TestNode here = TestNode.notListening("here", network, nanos);
    private final TestNode there = TestNode.notListening("there", network, nanos);

    @Test
    void nobodyListens_timePasses_nothingIsSaid() {
        pass(TestNode.SILENCE.multipliedBy(3));
        here.fire(PRICE);

        assertThat(network.sent()).isZero();
        assertThat(here.statistics().sent()).isEqualTo(1);
    }

    @Test
    void oneListens_beatIsNeededByBoth_untilItEnds() {
        assertThat(here.isBeatNeeded()).isFalse();
        assertThat(there.isBeatNeeded()).isFalse();

        here.listen();

        assertThat(here.isBeatNeeded()).isTrue();
        assertThat(there.isBeatNeeded()).isTrue();
        here.stop();
        pass(TestNode.SILENCE.multipliedBy(3));
        assertThat(here.isBeatNeeded()).isFalse();
        assertThat(there.isBeatNeeded()).isFalse();
    }

    @Test
    void oneListens_otherAnswers_nothingIsDropped() {
        here.listen();
        pass(TestNode.SILENCE.multipliedBy(3));

        assertThat(here.dropped()).isEmpty();
        assertThat(here.statistics().cutOffs()).isZero();
    }

    @Test
    void oneListens_otherThatDoesNotFires_itIsTold() {
        here.listen();

        there.fire(PRICE);

        assertThat(here.dropped()).containsExactly("prices:7");
        here.fire(PRICE);
        assertThat(there.dropped()).as("it has nothing that could be wrong").isEmpty();
    }

    @Test
    void otherHasFiredBefore_oneBeginsToListen_itKnowsThatItMissedThat() {
        there.fire(PRICE);

        here.listen();

        assertThat(here.dropped()).containsExactly("everything");
        assertThat(here.statistics().gaps()).isZero();
        there.fire(PRICE);
        assertThat(here.dropped()).containsExactly("prices:7");
    }

    @Test
    void questionIsLost_otherFires_nextBeatDropsEverything() {
        network.cut(there.member());
        here.listen();
        there.fire(PRICE);
        network.mend(there.member());

        here.beat();

        assertThat(here.dropped()).containsExactly("everything");
    }

    @Test
    void oneListens_otherIsSilent_nothingIsKept() {
        here.listen();
        network.cut(there.member());

        pass(TestNode.SILENCE.plusMillis(250));

        assertThat(here.dropped()).isNotEmpty().containsOnly("everything");
        assertThat(here.statistics().cutOffs()).isEqualTo(1);
    }

    @Test
    void memberThatNeverAnswers_oneBeginsToListen_nothingIsKept() {
        network.transport(UUID.randomUUID()).receiveBy((member, frame, applied) -> {});
        pass(TestNode.SILENCE.multipliedBy(2));
        here.listen();

        pass(TestNode.SILENCE.multipliedBy(2));

        assertThat(here.dropped()).isNotEmpty().containsOnly("everything");
    }

    @Test
    void bothListen_eachIsTold() {
        here.listen();
        there.listen();

        here.fire(PRICE);
        there.fire(PRICE);

        assertThat(here.dropped()).containsExactly("prices:7");
        assertThat(there.dropped()).containsExactly("prices:7");
    }

    @Test
    void listenerIsCutOff_otherStopsAnswering_untilItIsHeardAgain() {
        here.listen();
        network.cut(here.member());
        pass(TestNode.SILENCE.multipliedBy(3));
        network.sent();

        there.beat();

        assertThat(network.sent()).isZero();
        there.fire(PRICE);
        here.dropped();
        network.mend(here.member());
        here.beat();
        assertThat(here.dropped()).contains("everything");
        there.fire(PRICE);
        assertThat(here.dropped()).contains("prices:7");
    }

    @Test
    void lastListenerEnds_nothingIsSaidAnyMore() {
        here.listen();
        pass(TestNode.SILENCE);
        here.stop();

        pass(TestNode.SILENCE.multipliedBy(3));
        network.sent();
        pass(TestNode.SILENCE);

        assertThat(network.sent()).isZero();
    }

    @Test
    void listenerThatEnded_listensAgain_whoWasHeardMeanwhileIsNotTakenForSilent() {
        here.listen();
        here.stop();
        pass(TestNode.SILENCE.multipliedBy(3));

        here.restart();
        beat();

        assertThat(here.dropped()).isEmpty();
    }

    private void pass(Duration time) {
        Duration step = Duration.ofMillis(250);
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            nanos.addAndGet(step.toNanos());
            beat();
        }
    }

    private void beat() {
        Stream.of(here, there).filter(TestNode::isBeatNeeded).forEach(TestNode::beat);
    }
}
