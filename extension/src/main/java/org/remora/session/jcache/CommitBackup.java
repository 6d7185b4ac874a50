package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.HybridTime;
import org.remora.session.SessionDelta;

/** Applies a delta on a backup, once. Of its times only that of the last use matters there. */
final class CommitBackup extends BackupProcessor {

    private SessionDelta delta;
    private long newVersion;

    CommitBackup() {
        this(Wire.NO_DELTA, 0);
    }

    CommitBackup(SessionDelta delta, long newVersion) {
        this.delta = delta;
        this.newVersion = newVersion;
    }

    @Override
    void step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored != null && stored.current().version() < newVersion) {
            stored.replace(stored.current().with(delta, newVersion));
        }
    }

    @Override
    public int getClassId() {
        return WireTypes.COMMIT_BACKUP.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(newVersion);
        WireParts.writeDifference(out, HybridTime.millisOf(newVersion) - delta.accessedMillis());
        Wire.writeContent(out, delta);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        newVersion = in.readLong();
        long accessedMillis = HybridTime.millisOf(newVersion) - WireParts.readDifference(in);
        delta = Wire.readContent(in, 0, accessedMillis, accessedMillis);
    }
}
