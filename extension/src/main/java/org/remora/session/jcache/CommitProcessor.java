package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionChanges;
import org.remora.session.SessionDelta;
import org.remora.session.SessionRecord;

/** Applies a delta, and tells its sender what others wrote since the version that the sender knew. */
final class CommitProcessor extends SessionProcessor {

    private SessionDelta delta;
    private long newVersion;

    CommitProcessor() {
        this(Wire.NO_DELTA);
    }

    CommitProcessor(SessionDelta delta) {
        this.delta = delta;
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null || stored.current().isEnded()) {
            return Answer.ABSENT;
        }
        SessionRecord before = stored.current();
        if (before.isAheadOf(delta)) {
            return Answer.outdated(before.changesSince(delta.baseVersion()));
        }
        newVersion = before.versionAfter(delta);
        SessionRecord after = before.with(delta, newVersion);
        stored.replace(after);
        stored.accessReplicated();
        return before.version() == delta.baseVersion() ? Answer.changed(newVersion) : Answer.changed(missed(after));
    }

    private SessionChanges missed(SessionRecord after) {
        SessionChanges all = after.changesSince(delta.baseVersion());
        return all.complete() ? all : all.without(delta.changes());
    }

    @Override
    boolean isOfKnownSession() {
        return delta.baseVersion() > 0;
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return new CommitBackup(delta.unguarded(), newVersion);
    }

    @Override
    public int getClassId() {
        return WireTypes.COMMIT.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        Wire.writeDelta(out, delta);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        delta = Wire.readDelta(in);
    }
}
