package org.remora.session.jcache;

import com.hazelcast.cache.impl.CacheProxy;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spi.impl.NodeEngine;
import org.remora.session.SessionKey;
import org.remora.session.SessionNews;

/** Sends news of sessions to all other members, without waiting. */
public final class MemberNews implements SessionNews {

    private final NodeEngine engine;

    /**
     * Makes the way to the others.
     *
     * @param instance the node's member
     */
    public MemberNews(HazelcastInstance instance) {
        this.engine = instance.getCacheManager()
                .getCache(JCacheSessionStore.CACHE_NAME)
                .unwrap(CacheProxy.class)
                .getNodeEngine();
    }

    @Override
    public void tell(Kind kind, String application, SessionKey key) {
        for (Member member : engine.getClusterService().getMembers()) {
            if (!member.localMember()) {
                boolean unused = engine.getOperationService()
                        .send(new NewsOperation(kind, application, key), member.getAddress());
            }
        }
    }
}
