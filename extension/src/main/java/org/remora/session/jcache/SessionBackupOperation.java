package org.remora.session.jcache;

import com.hazelcast.cache.impl.operation.KeyBasedCacheOperation;
import com.hazelcast.cache.impl.operation.MutableOperation;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.impl.operationservice.BackupOperation;
import java.io.IOException;

/** Runs a {@link BackupProcessor} on a backup of the entry. */
final class SessionBackupOperation extends KeyBasedCacheOperation implements BackupOperation {

    private BackupProcessor processor;

    SessionBackupOperation() {
        this.processor = new RemoveBackup();
        this.name = JCacheSessionStore.PREFIXED_CACHE_NAME;
    }

    SessionBackupOperation(Data key, BackupProcessor processor) {
        super(JCacheSessionStore.PREFIXED_CACHE_NAME, key);
        this.processor = processor;
    }

    @Override
    public void run() {
        if (recordStore != null) {
            recordStore.invoke(key, processor, Wire.NO_ARGUMENTS, MutableOperation.IGNORE_COMPLETION);
        }
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
        return WireTypes.BACKUP_OPERATION.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        KeyForm.write(out, key);
        Wire.writeProcessor(out, processor);
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        key = KeyForm.read(in);
        processor = (BackupProcessor) Wire.readProcessor(in);
    }
}
