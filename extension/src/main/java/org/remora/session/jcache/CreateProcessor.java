package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionDelta;
import org.remora.session.SessionRecord;

/** Stores a new session; does it once, also when it is asked again because the first answer was lost. */
final class CreateProcessor extends SessionProcessor {

    private SessionRecord blank;
    private SessionDelta first;
    private SessionRecord made = Wire.NO_RECORD;

    CreateProcessor() {
        this(Wire.NO_RECORD, Wire.NO_DELTA);
    }

    CreateProcessor(SessionRecord blank, SessionDelta first) {
        this.blank = blank;
        this.first = first;
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null) {
            made = blank.with(first, blank.versionAfter(first));
            entry.setValue(new StoredSession(made));
            return Answer.changed(made.version());
        }
        if (!stored.current().isSameSession(blank)) {
            return Answer.TAKEN;
        }
        if (stored.current().isEnded()) {
            return Answer.ABSENT;
        }
        made = stored.current().with(first, stored.current().versionAfter(first));
        stored.replace(made);
        return Answer.changed(made.version());
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return new CreateBackup(made);
    }

    @Override
    public int getClassId() {
        return WireTypes.CREATE.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        Wire.writeRecord(out, blank);
        Wire.writeDelta(out, first);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        blank = Wire.readRecord(in);
        first = Wire.readDelta(in);
    }
}
