package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.UntoldEnd;

/** A node that has taken an ended session will not tell the application any more: anybody else may take it. */
final class ReleaseProcessor extends SessionProcessor {

    private long taker;
    private long nowMillis;
    private BackupProcessor backup = new UntoldBackup();

    ReleaseProcessor() {
        this(UntoldEnd.NOBODY, 0);
    }

    ReleaseProcessor(long taker, long nowMillis) {
        this.taker = taker;
        this.nowMillis = nowMillis;
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null) {
            return Answer.ABSENT;
        }
        Optional<UntoldEnd> untold = UntoldEnd.in(stored.current()).filter(end -> end.taker() == taker);
        if (untold.isEmpty()) {
            return Answer.ABSENT;
        }
        stored.replace(untold.get().givenTo(UntoldEnd.NOBODY, stored.current().versionAfter(nowMillis)));
        backup = UntoldBackup.of(stored.current(), UntoldEnd.NOBODY);
        return Answer.changed(stored.current().version());
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return backup;
    }

    @Override
    public int getClassId() {
        return WireTypes.RELEASE.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(taker);
        out.writeLong(nowMillis);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        taker = in.readLong();
        nowMillis = in.readLong();
    }
}
