package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** Removes a record that nobody waits for any more, a tombstone or a session without an application. */
final class DropProcessor extends SessionProcessor {

    private long overAtMillis;
    private int maxIdleSeconds;

    DropProcessor() {
        this(0, 0);
    }

    /**
     * Removes the record if its time was over at a time, in milliseconds since the epoch; 0 is no limit to idleness.
     */
    DropProcessor(long overAtMillis, int maxIdleSeconds) {
        this.overAtMillis = overAtMillis;
        this.maxIdleSeconds = maxIdleSeconds;
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null || !stored.current().isOverAt(overAtMillis, maxIdleSeconds)) {
            return Answer.ABSENT;
        }
        entry.remove();
        return Answer.changed(stored.current().version());
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return new RemoveBackup();
    }

    @Override
    public int getClassId() {
        return WireTypes.DROP.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(overAtMillis);
        out.writeInt(maxIdleSeconds);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        overAtMillis = in.readLong();
        maxIdleSeconds = in.readInt();
    }
}
