package org.remora.session.jcache;

import com.hazelcast.cache.impl.operation.KeyBasedCacheOperation;
import com.hazelcast.cache.impl.record.CacheRecord;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.impl.operationservice.ReadonlyOperation;
import java.io.IOException;

/** Asks one replica of a partition for the version of a session that it has; {@link #NOTHING} if it has none. */
final class ReplicaVersionOperation extends KeyBasedCacheOperation implements ReadonlyOperation {

    static final long NOTHING = -1;

    ReplicaVersionOperation() {
        this.name = JCacheSessionStore.PREFIXED_CACHE_NAME;
    }

    ReplicaVersionOperation(Data key) {
        super(JCacheSessionStore.PREFIXED_CACHE_NAME, key);
    }

    @Override
    public void run() {
        CacheRecord<?, ?> held = recordStore.getRecord(key);
        response = held != null && held.getValue() instanceof StoredSession stored
                ? stored.current().version()
                : NOTHING;
    }

    @Override
    public boolean requiresTenantContext() {
        return false;
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.REPLICA_VERSION.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        KeyForm.write(out, key);
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        key = KeyForm.read(in);
    }
}
