package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** Removes a session from a backup; the owner has decided. */
final class RemoveBackup extends BackupProcessor {

    @Override
    void step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored != null) {
            entry.remove();
        }
    }

    @Override
    public int getClassId() {
        return WireTypes.REMOVE_BACKUP.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // the key says it all
    }

    @Override
    public void readData(ObjectDataInput in) {
        // the key says it all
    }
}
