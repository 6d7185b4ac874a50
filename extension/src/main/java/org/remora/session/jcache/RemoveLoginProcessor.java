package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionTake;

/** Takes a session out of the grid as {@link RemoveProcessor} does, but only if it still has a login. */
final class RemoveLoginProcessor extends SessionProcessor {

    private long loginVersion;
    private final RemoveProcessor removal;

    RemoveLoginProcessor(long loginVersion, SessionTake take) {
        this(new RemoveProcessor(take));
        this.loginVersion = loginVersion;
    }

    private RemoveLoginProcessor(RemoveProcessor removal) {
        this.removal = removal;
    }

    static RemoveLoginProcessor empty() {
        return new RemoveLoginProcessor(RemoveProcessor.empty());
    }

    /** For a node whose number is known. */
    static RemoveLoginProcessor kept() {
        return new RemoveLoginProcessor(RemoveProcessor.kept());
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        return stored != null && stored.current().hasLogin(loginVersion) ? removal.step(entry, stored) : Answer.ABSENT;
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return removal.createBackupEntryProcessor();
    }

    @Override
    public int getClassId() {
        return (removal.isKept() ? WireTypes.TAKE_LOGIN_KEPT : WireTypes.REMOVE_LOGIN).id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(loginVersion);
        removal.writeData(out);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        loginVersion = in.readLong();
        removal.readData(in);
    }
}
