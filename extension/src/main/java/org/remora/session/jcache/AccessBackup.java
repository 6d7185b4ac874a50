package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** Notes the use of a session on a backup. */
final class AccessBackup extends BackupProcessor {

    private long accessedMillis;

    AccessBackup() {
        this(0);
    }

    AccessBackup(long accessedMillis) {
        this.accessedMillis = accessedMillis;
    }

    @Override
    void step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored != null) {
            stored.replace(stored.current().accessedAt(accessedMillis));
        }
    }

    @Override
    public int getClassId() {
        return WireTypes.ACCESS_BACKUP.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(accessedMillis);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        accessedMillis = in.readLong();
    }
}
