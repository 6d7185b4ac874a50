package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionChanges;
import org.remora.session.SessionRecord;
import org.remora.session.SessionTake;
import org.remora.session.TakenSession;
import org.remora.session.UntoldEnd;

/** Takes a session out of the grid, and tells the taker what it has missed. */
final class RemoveProcessor extends SessionProcessor {

    private final boolean numbered;
    private SessionTake take;
    private BackupProcessor backup = new RemoveBackup();

    RemoveProcessor() {
        this(SessionTake.anyway(0, 0, true));
    }

    RemoveProcessor(SessionTake take) {
        this.take = take;
        this.numbered = take.taker() != 0;
    }

    /** For somebody who may ask again. */
    static RemoveProcessor numbered() {
        return new RemoveProcessor(SessionTake.anyway(0, 0, true).by(1));
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null) {
            return Answer.ABSENT;
        }
        SessionRecord last = stored.current();
        Optional<SessionChanges> again = TakenSession.toldAgain(last, take);
        if (again.isPresent()) {
            backup = new EndBackup(last.accessedMillis(), last.version(), take.taker());
            return Answer.changed(again.get());
        }
        Optional<UntoldEnd> untold = UntoldEnd.in(last);
        if (untold.isPresent()) {
            return given(untold.get(), stored);
        }
        if (!take.applies(last)) {
            return Answer.ABSENT;
        }
        if (take.isToBeTold()) {
            long version = last.versionAfter(take.nowMillis());
            stored.replace(UntoldEnd.tombstone(last, take.nowMillis(), version, take.taker()));
            backup = new UntoldBackup(take.nowMillis(), version, take.taker());
        } else if (take.leavesTombstone(last)) {
            long version = last.versionAfter(take.nowMillis());
            stored.replace(TakenSession.tombstone(last, take, version));
            backup = new EndBackup(take.nowMillis(), version, take.taker());
        } else {
            entry.remove();
        }
        return Answer.changed(last.changesSince(take.sinceVersion()));
    }

    /** To its taker again, whose answer was lost, or to another, if the taker has gone. */
    private Answer given(UntoldEnd untold, StoredSession stored) {
        if (!untold.isFor(take)) {
            return Answer.ABSENT;
        }
        if (untold.taker() != take.taker()) {
            stored.replace(untold.givenTo(take.taker(), stored.current().versionAfter(take.nowMillis())));
        }
        backup = UntoldBackup.of(stored.current(), take.taker());
        return Answer.changed(untold.last().changesSince(take.sinceVersion()));
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
        return (numbered ? WireTypes.TAKE : WireTypes.REMOVE).id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        Wire.writeTake(out, take);
        if (numbered) {
            out.writeLong(take.taker());
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        take = Wire.readTake(in);
        if (numbered) {
            take = take.by(in.readLong());
        }
    }
}
