package org.remora.session.jcache;

import com.hazelcast.cache.impl.CacheProxy;
import com.hazelcast.cache.impl.ICacheRecordStore;
import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.cache.impl.record.CacheRecord;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.partition.InternalPartition;
import com.hazelcast.internal.partition.PartitionReplica;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.spi.impl.NodeEngine;
import java.util.Optional;
import java.util.UUID;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;

/** The back door: what one member has in its memory, as owner or as backup, without an operation on the grid. */
final class LocalRecords {

    private final NodeEngine engine;
    private final String cacheName;

    LocalRecords(HazelcastInstance member) {
        CacheProxy<?, ?> cache = member.getCacheManager()
                .<UUID, StoredSession>getCache(JCacheSessionStore.CACHE_NAME)
                .unwrap(CacheProxy.class);
        this.engine = cache.getNodeEngine();
        this.cacheName = cache.getPrefixedName();
    }

    /** The copy that this member has, if it has one. */
    Optional<SessionRecord> get(SessionKey key) {
        ICacheService service = engine.getService(ICacheService.SERVICE_NAME);
        ICacheRecordStore store = service.getRecordStore(cacheName, partition(key));
        if (store == null) {
            return Optional.empty();
        }
        CacheRecord<?, ?> cached = store.getRecord(data(key));
        return Optional.ofNullable(cached).map(CacheRecord::getValue).map(value -> ((StoredSession) value).current());
    }

    /** Whether this member has the say over the session. */
    boolean owns(SessionKey key) {
        return engine.getPartitionService().getPartition(partition(key)).isLocal();
    }

    /** Whether this member is the first backup of the session. */
    boolean backsUp(SessionKey key) {
        PartitionReplica first =
                ((InternalPartition) engine.getPartitionService().getPartition(partition(key))).getReplica(1);
        return first != null && first.isIdentical(engine.getLocalMember());
    }

    private int partition(SessionKey key) {
        return engine.getPartitionService().getPartitionId(data(key));
    }

    private Data data(SessionKey key) {
        return engine.toData(new UUID(key.high(), key.low()));
    }
}
