package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionRecord;
import org.remora.session.SessionTake;
import org.remora.session.UntoldEnd;

/** Takes a session out of the grid, and tells the taker what it has missed. */
final class RemoveProcessor extends SessionProcessor {

    private static final SessionTake NO_TAKE = SessionTake.anyway(0, 0, true);

    private final WireTypes type;
    private SessionTake take;
    private long number;
    private BackupProcessor backup = new RemoveBackup();

    RemoveProcessor(SessionTake take) {
        this(take.isToBeTold() ? WireTypes.TAKE_KEPT : WireTypes.REMOVE, take, take.taker());
    }

    private RemoveProcessor(WireTypes type, SessionTake take, long number) {
        this.type = type;
        this.take = take;
        this.number = number;
    }

    static RemoveProcessor empty() {
        return new RemoveProcessor(NO_TAKE);
    }

    /** For a node whose number is known. */
    static RemoveProcessor kept() {
        return new RemoveProcessor(NO_TAKE.by(1));
    }

    static RemoveProcessor former() {
        return former(NO_TAKE, 0);
    }

    /** As earlier versions say it, with a number by which they ask again; nothing is kept for them. */
    static RemoveProcessor former(SessionTake take, long number) {
        return new RemoveProcessor(WireTypes.TAKE, take, number);
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null) {
            return Answer.ABSENT;
        }
        SessionRecord last = stored.current();
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
            stored.replace(last.tombstone(take.nowMillis(), version));
            backup = new EndBackup(take.nowMillis(), version);
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

    boolean isKept() {
        return type == WireTypes.TAKE_KEPT;
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
        return type.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        Wire.writeTake(out, take);
        if (type != WireTypes.REMOVE) {
            out.writeLong(number);
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        take = Wire.readTake(in);
        if (type != WireTypes.REMOVE) {
            number = in.readLong();
        }
        if (isKept()) {
            take = take.by(number);
        }
    }
}
