package org.remora.invalidation.hazelcast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.TestCluster;

/** The guarantees of the transport between two real members. */
@Timeout(60)
class MemberTransportTest {

    private static final byte[] MESSAGE = "message".getBytes(UTF_8);

    private static final TestCluster CLUSTER = new TestCluster(3, MemberTransport::configure);

    private final MemberTransport here = new MemberTransport(CLUSTER.node(0).instance());
    private final MemberTransport there = new MemberTransport(CLUSTER.node(1).instance());

    @BeforeAll
    static void start() {
        CLUSTER.startNode();
        CLUSTER.startNode();
    }

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @Test
    void others_twoMembers_areEachOther() {
        assertThat(here.others()).containsExactly(memberId(1));
        assertThat(there.others()).containsExactly(memberId(0));
    }

    @Test
    void tell_aMember_bytesArriveWithTheirSender() {
        List<String> received = new CopyOnWriteArrayList<>();
        there.receiveBy((member, frame, applied) -> received.add(member + " " + new String(frame, UTF_8)));

        here.tell(memberId(1), MESSAGE);

        await().untilAsserted(() -> assertThat(received).containsExactly(memberId(0) + " message"));
    }

    @Test
    void deliver_aMember_isSettledWhenItIsAppliedAndNotBefore() throws InterruptedException {
        BlockingQueue<Runnable> apply = new LinkedBlockingQueue<>();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch settled = new CountDownLatch(1);
        there.receiveBy((member, frame, applied) -> {
            apply.add(applied);
            arrived.countDown();
        });

        here.deliver(memberId(1), MESSAGE, settled::countDown);

        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(settled.getCount()).isEqualTo(1);
        apply.remove().run();
        assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** A message that is sent when another is settled is no exception: that is how all but the first are sent. */
    @Test
    void deliver_whenAnotherIsSettled_arrivesToo() throws InterruptedException {
        CountDownLatch settled = new CountDownLatch(1000);
        there.receiveBy((member, frame, applied) -> applied.run());

        deliverOneAfterTheOther(settled);

        assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void deliverOneAfterTheOther(CountDownLatch settled) {
        here.deliver(memberId(1), MESSAGE, () -> {
            settled.countDown();
            if (settled.getCount() > 0) {
                deliverOneAfterTheOther(settled);
            }
        });
    }

    @Test
    void deliver_noSuchMember_isSettledAtOnce() {
        CountDownLatch settled = new CountDownLatch(1);

        here.deliver(UUID.randomUUID(), MESSAGE, settled::countDown);
        here.tell(UUID.randomUUID(), MESSAGE);

        assertThat(settled.getCount()).isZero();
    }

    @Test
    void deliver_memberThatIsKilledBeforeItApplies_isSettled() throws InterruptedException {
        CLUSTER.startNode();
        UUID third = memberId(2);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch settled = new CountDownLatch(1);
        new MemberTransport(CLUSTER.node(2).instance()).receiveBy((member, frame, applied) -> arrived.countDown());
        here.deliver(third, MESSAGE, settled::countDown);
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();

        CLUSTER.kill(2);

        assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(here.others()).isEqualTo(Set.of(memberId(1))));
    }

    private static UUID memberId(int node) {
        return CLUSTER.node(node).instance().getCluster().getLocalMember().getUuid();
    }
}
