package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;
import org.remora.session.UserLogin;
import org.remora.session.UserLogins;

/** Notes a user's login or logout in the user's record, and tells all that is in it then. */
final class UserLoginsProcessor extends SessionProcessor {

    private static final int LEAVES = 0;

    private final boolean again;
    private String application;
    private UserLogin login;
    private int limit;
    private long nowMillis;
    private BackupProcessor backup = new RemoveBackup();

    UserLoginsProcessor() {
        this("", new UserLogin(new SessionKey(0, 0), 0), LEAVES, 0, false);
    }

    private UserLoginsProcessor(String application, UserLogin login, int limit, long nowMillis, boolean again) {
        this.again = again;
        this.application = application;
        this.login = login;
        this.limit = limit;
        this.nowMillis = nowMillis;
    }

    static UserLoginsProcessor entering(String application, UserLogin login, int limit, long nowMillis) {
        return new UserLoginsProcessor(application, login, limit, nowMillis, false);
    }

    /** For a login that may have been lost. */
    static UserLoginsProcessor puttingBack(String application, UserLogin login, int limit, long nowMillis) {
        return new UserLoginsProcessor(application, login, limit, nowMillis, true);
    }

    static UserLoginsProcessor puttingBack() {
        return puttingBack("", new UserLogin(new SessionKey(0, 0), 0), LEAVES, 0);
    }

    static UserLoginsProcessor leaving(UserLogin login, long nowMillis) {
        return new UserLoginsProcessor("", login, LEAVES, nowMillis, false);
    }

    @Override
    Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored) {
        SessionRecord before = stored == null ? null : stored.current();
        if (again) {
            return put(entry, stored, UserLogins.putBack(before, application, login, limit, nowMillis));
        }
        if (limit != LEAVES) {
            return put(entry, stored, UserLogins.entered(before, application, login, limit, nowMillis));
        }
        if (before == null) {
            return Answer.ABSENT;
        }
        SessionRecord rest = UserLogins.left(before, login, nowMillis).orElse(null);
        if (rest == null) {
            entry.remove();
            return Answer.changed(before.version());
        }
        return put(entry, stored, rest);
    }

    private Answer put(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored, SessionRecord after) {
        if (stored == null) {
            entry.setValue(new StoredSession(after));
        } else {
            stored.replace(after);
        }
        backup = new CreateBackup(after);
        return Answer.changed(after.changesSince(0));
    }

    @Override
    public BackupProcessor createBackupEntryProcessor() {
        return backup;
    }

    @Override
    public int getClassId() {
        return (again ? WireTypes.LOGIN_AGAIN : WireTypes.USER_LOGINS).id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        WireParts.writeName(out, application);
        Wire.writeKeys(out, List.of(login.session()));
        out.writeLong(login.version());
        out.writeInt(limit);
        out.writeLong(nowMillis);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        application = WireParts.readName(in);
        login = new UserLogin(Wire.readKeys(in).get(0), in.readLong());
        limit = in.readInt();
        nowMillis = in.readLong();
    }
}
