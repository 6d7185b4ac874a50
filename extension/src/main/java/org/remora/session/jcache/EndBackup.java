package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.TakenSession;

/** Leaves a tombstone of a session on a backup; the owner has decided. */
final class EndBackup extends BackupProcessor {

    private long endedMillis;
    private long newVersion;
    private long taker;
    private final boolean numbered;

    EndBackup() {
        this(0, 0, 0);
    }

    EndBackup(long endedMillis, long newVersion, long taker) {
        this.endedMillis = endedMillis;
        this.newVersion = newVersion;
        this.taker = taker;
        this.numbered = taker != 0;
    }

    /** For the end by somebody who may ask again. */
    static EndBackup numbered() {
        return new EndBackup(0, 0, 1);
    }

    @Override
    void step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored != null && stored.current().version() < newVersion) {
            stored.replace(TakenSession.tombstone(stored.current(), endedMillis, newVersion, taker));
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
            out.writeLong(taker);
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        endedMillis = in.readLong();
        newVersion = in.readLong();
        if (numbered) {
            taker = in.readLong();
        }
    }
}
