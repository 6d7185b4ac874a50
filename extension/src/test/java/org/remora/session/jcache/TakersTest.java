package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.timeout;

import com.hazelcast.config.Config;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.config.StoreSettings;
import org.remora.hazelcast.TestCluster;
import org.remora.session.RemoveResult;
import org.remora.session.SessionId;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.UntoldEnd;

/** Nobody takes sessions by a number while a member is there that would not understand it. */
@Timeout(120)
class TakersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger started = new AtomicInteger();
    private final TestCluster cluster = new TestCluster(2, this::configure);

    private void configure(Config config) {
        JCacheSessionStore.configure(config, new StoreSettings(1, 0, Optional.empty(), Duration.ofHours(1)));
        if (started.incrementAndGet() == 2) {
            config.getMemberAttributeConfig().removeAttribute("remora.teller"); // as of an earlier version
        }
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void remove_memberOfAnEarlierVersionIsThere_nothingIsKeptUntilItHasGone() {
        SessionStore store = new JCacheSessionStore(cluster.startNode().instance(), PATIENCE, System::nanoTime);
        assertThat(store.taker()).isNotEqualTo(UntoldEnd.NOBODY);
        cluster.startNode();
        cluster.awaitSafe();

        assertThat(store.taker()).isEqualTo(UntoldEnd.NOBODY);
        assertThat(isKeptAfterTheEnd(store)).isFalse();

        cluster.kill(1);
        await().atMost(PATIENCE).until(() -> store.taker() != UntoldEnd.NOBODY);
        assertThat(isKeptAfterTheEnd(store)).isTrue();
    }

    private boolean isKeptAfterTheEnd(SessionStore store) {
        SessionId id = SessionId.random();
        Object unused = store.create(key(id), blank(id), timeout(0, 1000, set("user", "ada")));
        assertThat(store.remove(key(id), SessionTake.anyway(0, NOW, false).by(store.taker())))
                .isInstanceOf(RemoveResult.Removed.class);
        return new LocalRecords(cluster.node(0).instance())
                .get(key(id))
                .flatMap(UntoldEnd::in)
                .isPresent();
    }
}
