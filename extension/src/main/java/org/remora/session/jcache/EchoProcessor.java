package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** Changes nothing, and has owner and backups answer as to a change; for a key that no session has. */
final class EchoProcessor extends SessionProcessor {

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        return Answer.changed(0);
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return new RemoveBackup();
    }

    @Override
    public int getClassId() {
        return WireTypes.ECHO.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // there is nothing to say
    }

    @Override
    public void readData(ObjectDataInput in) {
        // there is nothing to say
    }
}
