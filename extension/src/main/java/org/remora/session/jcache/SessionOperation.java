package org.remora.session.jcache;

import com.hazelcast.cache.impl.operation.MutableOperation;
import com.hazelcast.cache.impl.operation.MutatingCacheOperation;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.exception.RetryableHazelcastException;
import com.hazelcast.spi.impl.operationservice.Operation;
import java.io.IOException;
import java.util.UUID;

/**
 * Runs a {@link SessionProcessor} on its entry, and involves the backups only if it changed something.
 *
 * <p>Hazelcast's own operation always involves them, which would make every look as dear as a commit, and sends the
 * names of cache and classes each time.
 */
final class SessionOperation extends MutatingCacheOperation {

    private SessionProcessor processor;

    SessionOperation() {
        this.processor = RemoveProcessor.empty();
        this.name = JCacheSessionStore.PREFIXED_CACHE_NAME;
        this.completionId = MutableOperation.IGNORE_COMPLETION;
    }

    SessionOperation(Data key, SessionProcessor processor) {
        super(JCacheSessionStore.PREFIXED_CACHE_NAME, key, MutableOperation.IGNORE_COMPLETION);
        this.processor = processor;
    }

    @Override
    public void run() {
        if (!getNodeEngine().getClusterService().isJoined()) {
            // What changed now would not be among what this node brings to the other half.
            throw new RetryableHazelcastException("This node is leaving its half of the cluster for another");
        }
        response = recordStore.invoke(key, processor, Wire.NO_ARGUMENTS, MutableOperation.IGNORE_COMPLETION);
    }

    @Override
    public boolean shouldBackup() {
        return response instanceof Answer answer && answer.isReplicated();
    }

    @Override
    public Operation getBackupOperation() {
        return new SessionBackupOperation(key, processor.createBackupEntryProcessor());
    }

    /** Nobody asks who it was: it would be 17 bytes more of each message, and of each to a backup. */
    @Override
    public Operation setCallerUuid(UUID caller) {
        return this;
    }

    /** Attributes are bytes here: no application needs to be there for them. */
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
        return WireTypes.OPERATION.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        KeyForm.write(out, key);
        Wire.writeProcessor(out, processor);
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        key = KeyForm.read(in);
        processor = (SessionProcessor) Wire.readProcessor(in);
    }
}
