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

/** The node that has taken an ended session says that the application was told, so that nobody has to keep it. */
final class ToldProcessor extends SessionProcessor {

    private long taker;
    private BackupProcessor backup = new RemoveBackup();

    ToldProcessor() {
        this(0);
    }

    ToldProcessor(long taker) {
        this.taker = taker;
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        UntoldEnd untold = stored == null
                ? null
                : UntoldEnd.in(stored.current())
                        .filter(end -> end.taker() == taker)
                        .orElse(null);
        if (stored == null || untold == null) {
            return Answer.ABSENT;
        }
        long before = stored.current().version();
        Optional<SessionRecord> tombstone = untold.told();
        if (tombstone.isPresent()) {
            stored.replace(tombstone.get());
            backup = new EndBackup(
                    tombstone.get().accessedMillis(), tombstone.get().version());
        } else {
            entry.remove();
        }
        return Answer.changed(before);
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return backup;
    }

    @Override
    public int getClassId() {
        return WireTypes.TOLD.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(taker);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        taker = in.readLong();
    }
}
