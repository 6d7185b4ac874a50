package org.remora.invalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nodes tell each other, and what they drop when something is missing. */
class NodeInvalidationsTest {

    private static final CacheInvalidated PRICE = CacheInvalidated.of("prices", 7);

    private final AtomicLong nanos = new AtomicLong();
    private final LoopNetwork network = new LoopNetwork();
    private final TestNode here = new TestNode("here", network, nanos);
    private final TestNode there = new TestNode("there", network, nanos);

    private record Holder(Object content) implements Serializable {}

    @BeforeEach
    void meet() {
        beat();
        assertThat(here.dropped()).isEmpty();
        assertThat(there.dropped()).isEmpty();
    }

    @Test
    void fire_keys_areDroppedAndArriveElsewhereOnly() {
        CacheInvalidated event = CacheInvalidated.of("prices", 7, "x").because("import");

        here.fire(event);

        assertThat(there.dropped()).containsExactly("prices:7", "prices:x");
        assertThat(there.arrived()).containsExactly(event);
        assertThat(here.dropped()).isEmpty();
        assertThat(here.arrived()).isEmpty();
    }

    @Test
    void fire_all_isDroppedElsewhere() {
        here.fire(CacheInvalidated.ofAll("prices"));
        here.fire(CacheInvalidated.ofAll(CacheInvalidated.EVERY_CACHE));

        assertThat(there.dropped()).containsExactly("prices", "everything");
    }

    @Test
    void prepare_keyThatCannotBeSerialized_namesClassAndPath() {
        assertThatThrownBy(() -> here.prepare(CacheInvalidated.of("prices", 1, new Holder(new Object()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prices")
                .hasMessageContaining(Holder.class.getName())
                .hasMessageContaining("content");

        here.fire(PRICE);
        assertThat(there.dropped()).containsExactly("prices:7");
    }

    @Test
    void messageIsLost_nextOne_dropsEverything() {
        lose(here);

        here.fire(CacheInvalidated.of("prices", 8));

        assertThat(there.dropped()).containsExactly("everything", "prices:8");
        assertThat(there.arrived()).last().isEqualTo(CacheInvalidated.of("prices", 8));
        assertThat(there.statistics().gaps()).isEqualTo(1);
        here.fire(PRICE);
        assertThat(there.dropped()).containsExactly("prices:7");
    }

    @Test
    void lastMessageIsLost_nextBeat_dropsEverything() {
        lose(here);

        beat();

        assertThat(there.dropped()).containsExactly("everything");
        List<CacheInvalidated> told = there.arrived();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).concerns("whatever")).isTrue();
        assertThat(there.statistics().fullDrops()).isEqualTo(1);
    }

    @Test
    void messagesAreHeldUp_thoseThatFollow_comeInOrderWithoutALoss() {
        network.hold();
        IntStream.range(0, 100).forEach(key -> here.fire(CacheInvalidated.of("prices", key)));
        assertThat(network.heldMessages()).isEqualTo(1);

        network.release();

        assertThat(there.dropped())
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(key -> "prices:" + key).toList());
        assertThat(there.statistics().received()).isEqualTo(100);
    }

    @Test
    void aMillionInABurst_receiverThatIsHeldUp_becomeOneOfTheCache() {
        network.hold();
        here.fire(CacheInvalidated.of("contacts", "a"));
        IntStream.range(0, 1_000_000).forEach(key -> here.fire(CacheInvalidated.of("prices", key)));
        here.fire(CacheInvalidated.of("contacts", "b"));

        network.release();

        assertThat(there.dropped()).containsExactlyInAnyOrder("contacts:a", "prices", "contacts:b");
        assertThat(here.statistics().coalesced()).isEqualTo(1);
        here.fire(PRICE);
        assertThat(there.dropped()).containsExactly("prices:7");
        assertThat(there.statistics().gaps()).isZero();
    }

    @Test
    void memberIsSilent_whileItIs_everythingIsDroppedAgainAndAgain() {
        network.cut(there.member());

        pass(TestNode.SILENCE.plusMillis(250));

        assertThat(here.dropped()).isNotEmpty().containsOnly("everything");
        assertThat(here.statistics().cutOffs()).isEqualTo(1);
        beat();
        assertThat(here.dropped()).contains("everything");
        network.mend(there.member());
        beat();
        here.dropped();
        beat();
        assertThat(here.dropped()).as("once more, now that it is heard").containsExactly("everything");
        beat();
        assertThat(here.dropped()).isEmpty();
        assertThat(here.statistics().cutOffs()).isEqualTo(1);
    }

    @Test
    void memberWasNeverHeard_whileItIsThere_nothingIsKept() {
        network.transport(UUID.randomUUID()).receiveBy((member, frame, applied) -> {});

        pass(TestNode.SILENCE);
        here.dropped();
        beat();
        pass(TestNode.SILENCE);

        assertThat(here.dropped()).isNotEmpty().containsOnly("everything");
        assertThat(here.statistics().cutOffs()).isEqualTo(1);
    }

    @Test
    void memberWasNeverHeard_isGone_everythingIsDropped() {
        UUID stranger = UUID.randomUUID();
        network.transport(stranger).receiveBy((member, frame, applied) -> {});
        beat();
        assertThat(here.dropped()).isEmpty();

        network.forget(stranger);
        beat();

        assertThat(here.dropped()).containsExactly("everything");
    }

    @Test
    void memberRunsAnotherApplication_isHeard_nothingIsDropped() {
        there.stop();
        beat();
        here.dropped();

        pass(TestNode.SILENCE.multipliedBy(3));

        assertThat(here.dropped()).isEmpty();
    }

    @Test
    void applicationOfTheSameNameOnAnotherVirtualServer_fires_isNotHeardHere() {
        here.fireAs("intranet/shop", PRICE);
        here.fireAs("intranet/shop", CacheInvalidated.ofAll(CacheInvalidated.EVERY_CACHE));
        beat();

        assertThat(there.dropped()).isEmpty();
        assertThat(there.arrived()).isEmpty();
    }

    @Test
    void memberIsGoneWithoutAWord_othersDropEverything() {
        network.cut(there.member());
        network.forget(there.member());

        here.beat();

        assertThat(here.dropped()).containsExactly("everything");
        assertThat(here.statistics().cutOffs()).isEqualTo(1);
        here.beat();
        assertThat(here.dropped()).isEmpty();
    }

    @Test
    void halvesMeetAgain_bothDropEverything() {
        network.cut(there.member());
        network.forget(there.member());
        beat();
        here.fire(PRICE);
        assertThat(here.dropped()).isNotEmpty();
        assertThat(there.dropped()).isNotEmpty();

        network.mend(there.member());
        beat();
        beat();

        assertThat(here.dropped()).contains("everything");
        assertThat(there.dropped()).contains("everything");
        here.fire(PRICE);
        assertThat(there.dropped()).containsExactly("prices:7");
    }

    @Test
    void memberThatStoppedTheApplication_isGone_nothingIsDropped() {
        there.fire(PRICE);
        there.stop();
        network.forget(there.member());
        here.dropped();

        here.beat();
        pass(TestNode.SILENCE.multipliedBy(2));

        assertThat(here.dropped()).isEmpty();
        assertThat(here.statistics().cutOffs()).isZero();
    }

    @Test
    void memberThatStopsTheApplication_lastMessageWasLost_everythingIsDropped() {
        lose(there);

        there.stop();

        assertThat(here.dropped()).containsExactly("everything");
        assertThat(here.statistics().gaps()).isEqualTo(1);
    }

    @Test
    void lastWordIsLost_nextBeat_dropsEverythingOnce() {
        network.cut(there.member());
        there.stop();
        network.mend(there.member());

        pass(TestNode.SILENCE.multipliedBy(2));

        assertThat(here.dropped()).containsExactly("everything");
        assertThat(here.statistics().gaps()).isEqualTo(1);
    }

    @Test
    void lastWordOvertakesAMessage_thatOne_bringsTheSenderNotBack() {
        network.hold();
        there.fire(PRICE);
        there.stop();
        network.releaseLastFirst();
        assertThat(here.dropped()).containsExactly("everything");

        pass(TestNode.SILENCE.multipliedBy(3));

        assertThat(here.dropped()).isEmpty();
        assertThat(here.statistics().cutOffs()).isZero();
    }

    @Test
    void beatOvertakesAMessage_inFlight_isNoGap() {
        network.hold();
        here.fire(PRICE);
        here.beat();
        network.releaseLastFirst();

        assertThat(there.dropped()).containsExactly("prices:7");
        assertThat(there.statistics().gaps()).isZero();
    }

    @Test
    void messageArrivesTwice_secondOne_isIgnored() {
        network.hold();
        here.fire(PRICE);
        network.repeat();
        network.release();

        assertThat(there.dropped()).containsExactly("prices:7");
        assertThat(there.statistics().received()).isEqualTo(1);
    }

    @Test
    void receiverWasFrozen_whatWasSentMeanwhile_isAppliedInOrderOrDropped() {
        network.hold();
        here.fire(PRICE);
        here.fire(CacheInvalidated.of("prices", 8));
        nanos.addAndGet(TestNode.SILENCE.toNanos() * 5);
        here.beat();

        there.beat();
        assertThat(there.dropped()).as("before anything is read").isNotEmpty().containsOnly("everything");
        network.release();
        here.fire(CacheInvalidated.of("prices", 9));

        assertThat(there.dropped()).contains("prices:7", "everything", "prices:9");
    }

    @Test
    void applicationsClassesBlock_whatComesMeanwhile_isNotKeptButDropped() {
        there.holdUp();
        IntStream.range(0, 1000).forEach(i -> {
            here.fire(PRICE);
            here.beat();
        });
        assertThat(there.heldWork()).isLessThanOrEqualTo(64);

        there.goOn();

        assertThat(there.dropped()).contains("everything");
        assertThat(there.statistics().gaps()).isEqualTo(1);
        here.beat();
        there.dropped();
        here.fire(PRICE);
        assertThat(there.dropped()).containsExactly("prices:7");
    }

    @Test
    void applicationStartsAgain_othersHaveSentBefore_itKnowsThatItMissedThat() {
        here.fire(PRICE);
        there.stop();
        there.dropped();
        here.fire(PRICE);

        there.restart();
        beat();

        assertThat(there.dropped()).containsExactly("everything");
        here.fire(PRICE);
        assertThat(there.dropped()).containsExactly("prices:7");
        assertThat(there.statistics().gaps()).isZero();
    }

    @Test
    void messageOfANewerVersion_isSkippedAndEverythingDropped() {
        network.distort(bytes -> withNewerContent(bytes));
        here.fire(PRICE);
        network.distort(bytes -> bytes);

        assertThat(there.dropped()).containsExactly("everything");
        assertThat(there.statistics().unreadable()).isEqualTo(1);
        here.fire(PRICE);
        assertThat(there.dropped()).containsExactly("prices:7");
    }

    @Test
    void messageThatIsNone_everythingIsDropped() {
        network.distort(bytes -> new byte[] {99, 1, 2});
        here.fire(PRICE);
        network.distort(bytes -> bytes);

        assertThat(there.dropped()).containsExactly("everything");
        assertThat(there.statistics().unreadable()).isEqualTo(1);
    }

    @Test
    void batchIsNeverAnswered_laterOnesAreSentAllTheSame() {
        network.cut(there.member());
        here.fire(PRICE);
        network.mend(there.member());
        here.fire(PRICE);
        assertThat(there.dropped()).isEmpty();

        pass(TestNode.SILENCE.multipliedBy(3));

        assertThat(there.dropped()).contains("everything");
        there.dropped();
        here.fire(CacheInvalidated.of("prices", 9));
        assertThat(there.dropped()).containsExactly("prices:9");
    }

    @Test
    void disabledHere_nothingLeavesAndNothingIsTaken() {
        TestNode off = new TestNode("off", network, nanos, false);
        beat();
        off.beat();

        off.fire(PRICE);
        here.fire(PRICE);

        assertThat(there.dropped()).containsExactly("prices:7");
        assertThat(off.dropped()).isEmpty();
        assertThat(off.arrived()).isEmpty();
        assertThat(off.statistics().sent()).isZero();
    }

    private void lose(TestNode from) {
        network.distort(bytes -> bytes);
        TestNode to = from == here ? there : here;
        network.cut(to.member());
        from.fire(PRICE);
        network.mend(to.member());
        // The sender gives the lost batch up after a while.
        nanos.addAndGet(TestNode.SILENCE.toNanos());
        network.cut(to.member());
        from.beat();
        network.mend(to.member());
    }

    private void pass(Duration time) {
        Duration step = Duration.ofMillis(250);
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            nanos.addAndGet(step.toNanos());
            beat();
        }
    }

    private void beat() {
        here.beat();
        there.beat();
    }

    /** Sets the version of the invalidations to one that does not exist yet, if there are any. */
    private static byte[] withNewerContent(byte[] bytes) {
        try {
            if (!(FrameCode.decode(bytes) instanceof Frame.News news)) {
                return bytes;
            }
            byte[] empty = FrameCode.encode(
                    new Frame.News(news.node(), news.first(), news.position(), Optional.of(List.of())));
            byte[] changed = bytes.clone();
            changed[empty.length - Integer.BYTES - 1] = FrameCode.CONTENT_VERSION + 1;
            return changed;
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("The test has sent it", e);
        }
    }
}
