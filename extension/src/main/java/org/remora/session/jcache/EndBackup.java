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
    private long number;
    private final boolean numbered;

    EndBackup() {
        this(0, 0);
    }

    EndBackup(long endedMillis, long newVersion) {
        this(endedMillis, newVersion, 0, false);
    }

    private EndBackup(long endedMillis, long newVersion, long number, boolean numbered) {
        this.endedMillis = endedMillis;
        this.newVersion = newVersion;
        this.number = number;
        this.numbered = numbered;
    }

    static EndBackup former() {
        return former(0, 0, 0);
    }

    /** As earlier versions say it, with the number of who may ask again; nothing is kept for it. */
    static EndBackup former(long endedMillis, long newVersion, long number) {
        return new EndBackup(endedMillis, newVersion, number, true);
    }

    @Override
    void step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored != null && stored.current().version() < newVersion) {
            stored.replace(stored.current().tombstone(endedMillis, newVersion));
        }
    }

    @Override
    public int getClassId() {
        return (numbered ? WireTypes.TAKE_BACKUP : WireTypes.END_BACKUP).id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(endedMillis);
        out.writeLong(newVersion);
        if (numbered) {
            out.writeLong(number);
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        endedMillis = in.readLong();
        newVersion = in.readLong();
        if (numbered) {
            number = in.readLong();
        }
    }
}
