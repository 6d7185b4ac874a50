package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.LogMessage;
import org.remora.arquillian.server.PayaraServer;

/** Caches and their invalidation in an application on two nodes. */
@OnTwoNodes(expectedWarnings = {"RMR-3101 .*BadObserver", "RMR-3102 .*BadObserver", "RMR-3001"})
class CachingIT {

    private final TwoNodes nodes;
    private final CachingUser user = new CachingUser();

    CachingIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /** Both applications know of each other when something fired on one arrives at the other. */
    @BeforeEach
    void meet() {
        for (PayaraServer node : nodes.both()) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                user.ask(node, "fire&cache=meeting&key=" + node.name());
                assertThat(user.notes(other(node))).contains("remote:meeting:" + node.name());
            });
        }
    }

    private PayaraServer other(PayaraServer node) {
        return node.name().equals(nodes.first().name()) ? nodes.second() : nodes.first();
    }

    @Test
    void injected_cachesAndNode_areThere() {
        for (PayaraServer node : nodes.both()) {
            assertThat(user.ask(node, "node")).isEqualTo(node.name());
            assertThat(user.ask(node, "members")).isEqualTo("2");
            assertThat(user.ask(node, "state")).isEqualTo("ACTIVE");
            assertThat(user.ask(node, "same")).isEqualTo("true");
        }
    }

    @Test
    void serversOwn_cachesAnnotationsAndEventBus_workBesideIt() {
        assertThat(user.ask(nodes.first(), "own&key=k&value=v")).isEqualTo("v");
        String[] answers = user.ask(nodes.first(), "ownAnnotated&key=q").split(",", -1);
        assertThat(answers).hasSize(2).containsOnly(answers[0]);

        user.ask(nodes.first(), "ownBus&key=hello");
        user.awaitNoted(nodes.first(), "bus:hello");
    }

    @Test
    void distributed_valueOfTheApplication_isThereOnBothNodes() {
        user.ask(nodes.first(), "pricePut&key=rope&value=2475");

        assertThat(user.ask(nodes.second(), "priceGet&key=rope")).isEqualTo("Amount[cents=2475]");
    }

    @Test
    void local_writes_dropTheKeyOnTheOtherNode() {
        for (String change : new String[] {"put&key=a&value=new", "remove&key=a", "clear"}) {
            assertThat(user.ask(nodes.second(), "load&key=a&value=old")).isEqualTo("old");

            user.ask(nodes.first(), change);

            user.awaitDropped(nodes.second(), "a");
        }
    }

    @Test
    void fire_eventWithKey_arrivesOnceAsRemoteAndIsNotSentBack() {
        user.ask(nodes.second(), "load&key=b&value=old");

        user.ask(nodes.first(), "fire&cache=contacts&key=b");
        user.ask(nodes.first(), "fireAsync&cache=async&key=c");

        user.awaitNoted(nodes.second(), "remote:contacts:b");
        user.awaitNoted(nodes.second(), "any:remote:contacts:b");
        user.awaitNoted(nodes.second(), "remote:async:c");
        assertThat(user.ask(nodes.second(), "get&key=b")).isEqualTo("null");
        assertThat(user.notes(nodes.second())).containsOnlyOnce("remote:contacts:b");
        assertThat(user.notes(nodes.first()))
                .contains("any:contacts:b", "async:async:c")
                .doesNotContain("remote:contacts:b", "remote:async:c");
    }

    @Test
    void counters_afterEvents_areShown() {
        long received = counter(nodes.second(), "Received");
        long sent = counter(nodes.first(), "Sent");

        user.ask(nodes.first(), "fire&cache=counted&key=1");

        assertThat(counter(nodes.first(), "Sent")).isEqualTo(sent + 1);
        await().untilAsserted(
                        () -> assertThat(counter(nodes.second(), "Received")).isGreaterThan(received));
    }

    private long counter(PayaraServer node, String attribute) {
        return Long.parseLong(user.ask(node, "counter&key=" + attribute));
    }

    @Test
    void fire_keyThatCannotBeSerialized_failsBeforeAnyObserver() {
        assertThat(user.ask(nodes.first(), "fireUnserializable")).contains("Holder", "content");
        assertThat(user.notes(nodes.first())).noneMatch(line -> line.contains("Holder"));
    }

    @Test
    void transaction_committed_isSentAfterItAndRolledBackNever() {
        user.ask(nodes.second(), "load&key=t&value=old");

        user.ask(nodes.first(), "rollback&key=t");
        assertThat(user.ask(nodes.first(), "get&key=t")).isEqualTo("null");
        user.ask(nodes.first(), "fire&cache=after&key=rollback");
        user.awaitNoted(nodes.second(), "remote:after:rollback");
        assertThat(user.notes(nodes.second())).doesNotContain("remote:transactional:t", "remote:contacts:t");

        user.ask(nodes.first(), "commit&key=t");
        user.awaitNoted(nodes.second(), "remote:transactional:t");
        user.awaitNoted(nodes.second(), "remote:contacts:t");
        user.awaitDropped(nodes.second(), "t");
    }

    @Test
    void observers_oneThrowsAndOneBlocks_othersAreToldAndBothAreNamed() {
        user.ask(nodes.first(), "fire&cache=stuck&key=1");
        user.ask(nodes.first(), "fire&cache=explosive&key=2");
        user.ask(nodes.first(), "fire&cache=stuck&key=3");

        user.awaitNoted(nodes.second(), "remote:explosive:2");
        user.awaitNoted(nodes.second(), "remote:stuck:3");
        awaitLogged("RMR-3101");
        awaitLogged("RMR-3102");
        user.ask(nodes.second(), "release");
    }

    private void awaitLogged(String id) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(nodes.second().log().messages("org.remora", LogMessage.WARNING))
                        .anyMatch(message ->
                                message.text().contains(id) && message.text().contains("BadObserver")));
    }
}
