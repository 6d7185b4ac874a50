package org.remora.session.jcache;

import com.hazelcast.cache.impl.operation.KeyBasedCacheOperation;
import com.hazelcast.cache.impl.record.CacheRecord;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.impl.operationservice.ReadonlyOperation;
import java.io.IOException;

/** Asks the owner for a session as it rests, which is no use of it; null if it has none. */
final class FetchOperation extends KeyBasedCacheOperation implements ReadonlyOperation {

    FetchOperation() {
        this.name = JCacheSessionStore.PREFIXED_CACHE_NAME;
    }

    FetchOperation(Data key) {
        super(JCacheSessionStore.PREFIXED_CACHE_NAME, key);
    }

    @Override
    public void run() {
        CacheRecord<?, ?> held = recordStore.getRecord(key);
        response = held == null ? null : held.getValue();
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
        return WireTypes.FETCH.id();
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
