package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionRecord;

/** Puts a whole record onto a backup: a new one, or one that was lost. */
final class CreateBackup extends BackupProcessor {

    private SessionRecord made;

    CreateBackup() {
        this(Wire.NO_RECORD);
    }

    CreateBackup(SessionRecord made) {
        this.made = made;
    }

    @Override
    void step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null) {
            entry.setValue(new StoredSession(made));
        } else if (stored.current().version() <= made.version()) { // what is merged may keep its version
            stored.replace(made);
        }
    }

    @Override
    public int getClassId() {
        return WireTypes.CREATE_BACKUP.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        Wire.writeRecord(out, made);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        made = Wire.readRecord(in);
    }
}
