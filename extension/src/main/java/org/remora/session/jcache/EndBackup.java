package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** Leaves a tombstone of a session on a backup; the owner has decided. */
final class EndBackup extends BackupProcessor {

    private long endedMillis;
    private long newVersion;

    EndBackup() {
        this(0, 0);
    }

    EndBackup(long endedMillis, long newVersion) {
        this.endedMillis = endedMillis;
        this.newVersion = newVersion;
    }

    @Override
    void step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored != null && stored.current().version() < newVersion) {
            stored.replace(stored.current().tombstone(endedMillis, newVersion));
        }
    }

    @Override
    public int getClassId() {
        return WireTypes.END_BACKUP.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(endedMillis);
        out.writeLong(newVersion);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        endedMillis = in.readLong();
        newVersion = in.readLong();
    }
}
