package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.IdHash;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;

/**
 * Tells what changed, and notes the use of the session. The backups are told of the use only now and then, so that most
 * looks stay with the owner.
 */
final class LookProcessor extends SessionProcessor {

    // Of the timeout: how much of a session's use may be forgotten if its owner is lost.
    private static final int ACCESS_SHARE = 10;

    private SessionLook look;

    LookProcessor() {
        this(new SessionLook(new IdHash(0, 0), 0, 0));
    }

    LookProcessor(SessionLook look) {
        this.look = look;
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        if (stored == null) {
            return Answer.ABSENT;
        }
        SessionRecord found = stored.current();
        if (!found.id().equals(look.id()) || found.isOverAt(look.nowMillis())) {
            return Answer.ABSENT;
        }
        stored.replace(found.accessedAt(look.usedMillis()));
        return Answer.looked(found.changesSince(look.sinceVersion()), isDueOnBackups(stored));
    }

    private static boolean isDueOnBackups(StoredSession stored) {
        SessionRecord used = stored.current();
        long unknownToBackups = used.accessedMillis() - stored.replicatedAccessMillis();
        boolean due =
                used.maxInactiveSeconds() > 0 && unknownToBackups > used.maxInactiveSeconds() * 1000L / ACCESS_SHARE;
        if (due) {
            stored.accessReplicated();
        }
        return due;
    }

    @Override
    boolean isOfKnownSession() {
        return look.sinceVersion() > 0;
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return new AccessBackup(look.usedMillis());
    }

    @Override
    public int getClassId() {
        return WireTypes.LOOK.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        Wire.writeLook(out, look);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        look = Wire.readLook(in);
    }
}
