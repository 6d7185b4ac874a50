package org.remora.session.jcache;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionStoreContract;

/** The contract on a grid of two nodes, where owner and backup must agree whenever a test looks. */
@ExtendWith(TwoNodes.class)
class JCacheSessionStoreTest extends SessionStoreContract {

    private final StoreCluster cluster;

    JCacheSessionStoreTest(StoreCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public SessionStore store(int node) {
        return cluster.store(node);
    }

    @Override
    public Optional<SessionRecord> peek(SessionKey key) {
        return cluster.peek(key);
    }
}
