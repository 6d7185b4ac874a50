package org.remora.shop.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.remora.shop.Bill;

class WherePanelTest {

    private static final Whereabouts.Facts FACTS = new Whereabouts.Facts(
            "4fK2_aPq", Instant.parse("2025-03-01T10:00:00.123Z"), Instant.parse("2025-03-01T10:05:00Z"));

    @Test
    void html_withoutCluster_saysThatTheSessionLivesHereOnly() {
        String html = panel(new Whereabouts("localhost:8080", Cluster.NONE, Optional.empty()));

        assertThat(html).contains("belongs to no cluster", "none yet").doesNotContain("/forget");
    }

    @Test
    void html_withClusterAndSession_namesServerMembersAndBeginningOfTheSession() {
        Cluster cluster = new Cluster(
                "shop",
                List.of(
                        new Cluster.Member("node1", "127.0.0.1:5701", false),
                        new Cluster.Member("node2", "127.0.0.1:5702", true)));

        String html = panel(new Whereabouts("node2", cluster, Optional.of(FACTS)));

        assertThat(html)
                .contains("<strong>node2</strong>", "127.0.0.1:5701", "4fK2_aPq…", "2025-03-01 10:00:00 UTC", "/forget")
                .containsOnlyOnce("answered you");
    }

    private static String panel(Whereabouts where) {
        return WherePanel.html(new Visit("/shop", new Bill(List.of()), List.of(), where))
                .text();
    }
}
