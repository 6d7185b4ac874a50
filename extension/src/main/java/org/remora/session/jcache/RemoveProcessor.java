package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** Removes a session. */
final class RemoveProcessor extends SessionProcessor {

    private static final long AT_ONCE = Long.MAX_VALUE;

    private long overAtMillis;

    /** Removes the session whatever its state. */
    RemoveProcessor() {
        this(AT_ONCE);
    }

    /** Removes the session if its timeout was over at a time, in milliseconds since the epoch. */
    RemoveProcessor(long overAtMillis) {
        this.overAtMillis = overAtMillis;
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null || !isDue(stored)) {
            return Answer.ABSENT;
        }
        entry.remove();
        return Answer.changed(stored.current().version());
    }

    private boolean isDue(StoredSession stored) {
        return overAtMillis == AT_ONCE || stored.current().isOverAt(overAtMillis);
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return new RemoveBackup();
    }

    @Override
    public int getClassId() {
        return WireTypes.REMOVE.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(overAtMillis);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        overAtMillis = in.readLong();
    }
}
