package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** An application that brings a codec and a merger. */
@OnTwoNodes
class ExtendedApplicationIT {

    private static final int ROUNDS = 40;

    private final TwoNodes nodes;

    ExtendedApplicationIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void basket_ofAnApplicationWithACodec_comesBackByThatCodec() throws IOException {
        ProbeUser user = new ProbeUser(Application.EXTENDED);
        user.addToBasket(nodes.first(), "fish");
        int before = Integer.parseInt(new ProbeUser(Application.EXTENDED)
                .get(nodes.second(), "/basket")
                .value("decoded"));

        Page page = user.get(nodes.second(), "/basket");

        assertThat(page.value("items")).isEqualTo("fish");
        assertThat(page.value("owner")).isEqualTo("Ada");
        assertThat(Integer.parseInt(page.value("decoded"))).isGreaterThan(before);
    }

    @Test
    void basket_bothNodesAddAtTheSameTime_everythingIsInIt() throws Exception {
        ProbeUser one = new ProbeUser(Application.EXTENDED);
        one.addToBasket(nodes.first(), "first");
        ProbeUser other = one.inAnotherBrowser();
        assertThat(other.basket(nodes.second())).isEqualTo("first");
        long mergedBefore = merged(one);
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService users = Executors.newFixedThreadPool(2);
        try {
            Future<?> here = users.submit(adding(one, nodes.first(), "here", barrier));
            Future<?> there = users.submit(adding(other, nodes.second(), "there", barrier));
            here.get(2, TimeUnit.MINUTES);
            there.get(2, TimeUnit.MINUTES);
        } finally {
            users.shutdownNow();
        }

        List<String> all = new ArrayList<>(List.of("first"));
        for (int round = 0; round < ROUNDS; round++) {
            all.add("here" + round);
            all.add("there" + round);
        }
        // Each browser asks the node that it was not on, which looks what is new.
        assertThat(one.basket(nodes.second()).split(",")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(other.basket(nodes.first()).split(",")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(merged(one)).as("merged attributes").isGreaterThan(mergedBefore);
    }

    private static Callable<Void> adding(ProbeUser user, PayaraServer node, String prefix, CyclicBarrier barrier) {
        return () -> {
            for (int round = 0; round < ROUNDS; round++) {
                barrier.await(1, TimeUnit.MINUTES);
                assertThat(user.addToBasket(node, prefix + round)).contains(prefix + round);
            }
            return null;
        };
    }

    private long merged(ProbeUser user) throws IOException {
        long sum = 0;
        for (PayaraServer node : nodes.both()) {
            sum += Long.parseLong(user.get(node, "/statistics").value("AttributesMerged"));
        }
        return sum;
    }
}
