package org.remora.session.jcache;

import com.hazelcast.cache.impl.ICacheRecordStore;
import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.cache.impl.record.CacheRecord;
import com.hazelcast.internal.partition.IPartitionService;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.spi.impl.NodeEngine;
import java.util.Map;
import java.util.UUID;
import org.remora.session.LoginReader;
import org.remora.session.SessionKey;
import org.remora.session.SessionKeyText;
import org.remora.session.SessionListing;
import org.remora.session.SessionQuery;
import org.remora.session.SessionRecord;
import org.remora.session.SessionSummary;

/** The sessions that this node owns, looked at beside the threads that change them: each as it is at some moment. */
final class OwnedSessions {

    /** Where a member keeps the reader of logins among the objects of its own. */
    static final String READER = "org.remora.session.jcache.LoginReader";

    private static final LoginReader NONE = (key, stored) -> "";

    private final NodeEngine engine;

    OwnedSessions(NodeEngine engine) {
        this.engine = engine;
    }

    SessionListing list(SessionQuery query) {
        SessionListing.Collector page = new SessionListing.Collector(query);
        IPartitionService partitions = engine.getPartitionService();
        LoginReader logins =
                (LoginReader) engine.getHazelcastInstance().getUserContext().getOrDefault(READER, NONE);
        for (int partition = 0; partition < partitions.getPartitionCount(); partition++) {
            if (partitions.getPartition(partition).isLocal()) {
                recordsOf(partition).forEach((key, held) -> add(key, held, query, logins, page));
            }
        }
        return page.page();
    }

    private void add(Data data, Object held, SessionQuery query, LoginReader logins, SessionListing.Collector page) {
        if (held instanceof CacheRecord<?, ?> one && one.getValue() instanceof StoredSession stored) {
            UUID uuid = engine.toObject(data);
            SessionKey key = new SessionKey(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
            SessionRecord present = stored.current();
            if (query.isFor(present, SessionKeyText.of(key))) {
                String login = logins.login(key, present);
                if (query.isForLogin(login)) {
                    page.add(SessionSummary.of(key, present, login));
                }
            }
        }
    }

    private Map<Data, ?> recordsOf(int partition) {
        ICacheService service = engine.getService(ICacheService.SERVICE_NAME);
        ICacheRecordStore records = service.getRecordStore(JCacheSessionStore.PREFIXED_CACHE_NAME, partition);
        return records == null ? Map.of() : records.getReadOnlyRecords();
    }
}
