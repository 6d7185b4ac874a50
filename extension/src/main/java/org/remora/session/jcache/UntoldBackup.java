package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionRecord;
import org.remora.session.UntoldEnd;

/** Makes an untold end of a session on a backup, or gives one to another node; the owner has decided. */
final class UntoldBackup extends BackupProcessor {

    private long endedMillis;
    private long newVersion;
    private long taker;

    UntoldBackup() {
        this(0, 0, 0);
    }

    UntoldBackup(long endedMillis, long newVersion, long taker) {
        this.endedMillis = endedMillis;
        this.newVersion = newVersion;
        this.taker = taker;
    }

    /** What makes a backup of an untold end as the owner has it. */
    static UntoldBackup of(SessionRecord tombstone, long taker) {
        return new UntoldBackup(tombstone.accessedMillis(), tombstone.version(), taker);
    }

    @Override
    void step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored != null && stored.current().version() < newVersion) {
            Optional<UntoldEnd> before = UntoldEnd.in(stored.current());
            stored.replace(
                    before.isPresent()
                            ? before.get().givenTo(taker, newVersion)
                            : UntoldEnd.tombstone(stored.current(), endedMillis, newVersion, taker));
        }
    }

    @Override
    public int getClassId() {
        return WireTypes.UNTOLD_BACKUP.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(endedMillis);
        out.writeLong(newVersion);
        out.writeLong(taker);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        endedMillis = in.readLong();
        newVersion = in.readLong();
        taker = in.readLong();
    }
}
