package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionRecord;
import org.remora.session.SessionTake;

/** Takes a session out of the grid, and tells the taker what it has missed. */
final class RemoveProcessor extends SessionProcessor {

    private SessionTake take;
    private BackupProcessor backup = new RemoveBackup();

    RemoveProcessor() {
        this(SessionTake.anyway(0, 0, true));
    }

    RemoveProcessor(SessionTake take) {
        this.take = take;
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null || !take.applies(stored.current())) {
            return Answer.ABSENT;
        }
        SessionRecord last = stored.current();
        if (take.leavesTombstone(last)) {
            long version = last.versionAfter(take.nowMillis());
            stored.replace(last.tombstone(take.nowMillis(), version));
            backup = new EndBackup(take.nowMillis(), version);
        } else {
            entry.remove();
        }
        return Answer.changed(last.changesSince(take.sinceVersion()));
    }

    @Override
    boolean isOfKnownSession() {
        return take.sinceVersion() > 0;
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return backup;
    }

    @Override
    BackupProof.Change change(Answer answer) {
        return version -> version == ReplicaVersionOperation.NOTHING || version > answer.version();
    }

    @Override
    public int getClassId() {
        return WireTypes.REMOVE.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        Wire.writeTake(out, take);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        take = Wire.readTake(in);
    }
}
