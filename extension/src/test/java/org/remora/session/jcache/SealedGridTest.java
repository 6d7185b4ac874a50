package org.remora.session.jcache;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.remora.cluster.ClusterKeys;
import org.remora.config.ClusterSecret;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionStoreContract;
import org.remora.session.seal.Seal;
import org.remora.session.seal.SealedSessionStore;
import org.remora.session.seal.Unsealed;

/** The contract on a grid that gets sealed attributes only. */
@ExtendWith(TwoNodes.class)
class SealedGridTest extends SessionStoreContract {

    private static final Seal SEAL = Seal.of(ClusterKeys.of(List.of(new ClusterSecret("the secret of the shop"))));

    private final StoreCluster cluster;

    SealedGridTest(StoreCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public SessionStore store(int node) {
        return new SealedSessionStore(cluster.store(node), SEAL);
    }

    @Override
    public Optional<SessionRecord> peek(SessionKey key) {
        return cluster.peek(key).map(record -> Unsealed.record(record, key, SEAL));
    }
}
