package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.APPLICATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.remora.session.SessionKey;
import org.remora.session.SessionNews;

/** Nodes hear at once of sessions that ended, and of changed ids, elsewhere. */
@Timeout(60)
@ExtendWith(TwoNodes.class)
class MemberNewsTest {

    private static final SessionKey KEY = new SessionKey(1, 2);
    private static final SessionKey OTHER = new SessionKey(3, 4);

    private final StoreCluster cluster;

    MemberNewsTest(StoreCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void tell_endAndRename_theOtherNodesApplicationHears() {
        RecordedEnds here = new RecordedEnds();
        RecordedEnds there = new RecordedEnds();
        NodeApplications.of(cluster.member(0)).started(APPLICATION, here);
        NodeApplications.of(cluster.member(1)).started(APPLICATION, there);
        MemberNews news = new MemberNews(cluster.member(0));

        news.tell(SessionNews.Kind.ENDED, APPLICATION, KEY);
        news.tell(SessionNews.Kind.CHANGED, APPLICATION, OTHER);

        await().untilAsserted(() -> {
            assertThat(there.endedKeys()).containsExactly(KEY);
            assertThat(there.changedKeys()).containsExactly(OTHER);
        });
        assertThat(here.endedKeys()).isEmpty();
        assertThat(here.changedKeys()).isEmpty();
        NodeApplications.of(cluster.member(0)).stopped(APPLICATION, here);
        NodeApplications.of(cluster.member(1)).stopped(APPLICATION, there);
    }

    @Test
    void tell_applicationThatDoesNotRunThere_nothingHappens() {
        RecordedEnds there = new RecordedEnds();
        NodeApplications.of(cluster.member(1)).started(APPLICATION, there);
        MemberNews news = new MemberNews(cluster.member(0));

        news.tell(SessionNews.Kind.ENDED, "server/other", KEY);
        news.tell(SessionNews.Kind.ENDED, APPLICATION, OTHER);

        await().untilAsserted(() -> assertThat(there.endedKeys()).containsExactly(OTHER));
        NodeApplications.of(cluster.member(1)).stopped(APPLICATION, there);
    }
}
