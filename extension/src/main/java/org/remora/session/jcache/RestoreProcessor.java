package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionMerge;
import org.remora.session.SessionRecord;

/** Puts a session back, or the memory of its end, that was lost with the members that had it. */
final class RestoreProcessor extends SessionProcessor {

    private SessionRecord known;
    private SessionRecord made = Wire.NO_RECORD;

    RestoreProcessor() {
        this(Wire.NO_RECORD);
    }

    RestoreProcessor(SessionRecord known) {
        this.known = known;
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null) {
            made = known;
            entry.setValue(new StoredSession(made));
            return Answer.changed(made.version());
        }
        SessionMerge merge = SessionMerge.restored(stored.current(), known);
        made = merge.merged();
        stored.replace(made);
        if (made.isEnded()) {
            return merge.changed() ? Answer.changed(made.version()) : Answer.ABSENT;
        }
        return merge.changed()
                ? Answer.changed(made.changesSince(known.version()))
                : Answer.looked(made.changesSince(known.version()), false);
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return new CreateBackup(made);
    }

    @Override
    public int getClassId() {
        return WireTypes.RESTORE.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        Wire.writeRecord(out, known);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        known = Wire.readRecord(in);
    }
}
