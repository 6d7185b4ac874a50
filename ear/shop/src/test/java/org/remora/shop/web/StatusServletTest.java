package org.remora.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.remora.shop.Bill;
import org.remora.shop.Catalogue;
import org.remora.shop.page.Cluster;
import org.remora.shop.page.Visit;
import org.remora.shop.page.Whereabouts;

class StatusServletTest {

    private final Catalogue catalogue = new Catalogue();

    @Test
    void status_withSession_hasALineForEachThing() {
        Whereabouts where = new Whereabouts(
                "node1",
                new Cluster(
                        "shop",
                        List.of(new Cluster.Member("node1", "a:1", true), new Cluster.Member("node2", "a:2", false))),
                Optional.of(new Whereabouts.Facts("4fK2_aPq", Instant.ofEpochMilli(1), Instant.ofEpochMilli(2))));
        Map<String, Integer> cart = new LinkedHashMap<>();
        cart.put("rope", 2);
        cart.put("mug", 1);
        Visit visit = new Visit(
                "/shop",
                Bill.of(cart, catalogue),
                List.of(catalogue.find("kite").orElseThrow()),
                where);

        assertThat(StatusServlet.status(visit, catalogue)).startsWith("""
                        server=node1
                        members=node1,node2
                        session=4fK2_aPq
                        created=1970-01-01T00:00:00.001Z
                        cart=rope:2,mug:1
                        wishes=kite
                        prices=compass:64.50,lantern:38.90,\
                        """);
    }

    @Test
    void status_withoutSession_saysNone() {
        Visit visit = new Visit(
                "/shop",
                Bill.of(Map.of(), catalogue),
                List.of(),
                new Whereabouts("localhost:8080", Cluster.NONE, Optional.empty()));

        assertThat(StatusServlet.status(visit, catalogue))
                .contains("members=\n", "session=none\n", "created=none\n", "cart=\n");
    }
}
