package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionChanges;

/** What a processor answers: whether the step was done, the record's version, and what the asker has to learn. */
final class Answer implements IdentifiedDataSerializable {

    static final Answer ABSENT = new Answer(Kind.ABSENT, 0, null, false);
    static final Answer TAKEN = new Answer(Kind.TAKEN, 0, null, false);

    @SuppressWarnings("EnumOrdinal") // the order is the form
    enum Kind {
        ABSENT,
        TAKEN,
        DONE,
        DONE_WITH_CHANGES,
        OUTDATED;

        private static final Kind[] BY_CODE = values();

        byte code() {
            return (byte) ordinal();
        }

        static Kind of(byte code) {
            return BY_CODE[code];
        }
    }

    private Kind kind;
    private long version;
    private @Nullable SessionChanges changes;
    private transient boolean replicated;

    Answer() {
        this(Kind.ABSENT, 0, null, false);
    }

    private Answer(Kind kind, long version, @Nullable SessionChanges changes, boolean replicated) {
        this.kind = kind;
        this.version = version;
        this.changes = changes;
        this.replicated = replicated;
    }

    /** The record was changed, and the backups have to be told. */
    static Answer changed(long version) {
        return new Answer(Kind.DONE, version, null, true);
    }

    /** The record was changed, the backups have to be told, and the asker has missed something. */
    static Answer changed(SessionChanges news) {
        return new Answer(Kind.DONE_WITH_CHANGES, news.version(), news, true);
    }

    /** Nothing was changed, since others have changed what must not have changed. */
    static Answer outdated(SessionChanges news) {
        return new Answer(Kind.OUTDATED, news.version(), news, false);
    }

    /** The record was looked at. */
    static Answer looked(SessionChanges news, boolean replicated) {
        return new Answer(Kind.DONE_WITH_CHANGES, news.version(), news, replicated);
    }

    Kind kind() {
        return kind;
    }

    long version() {
        return version;
    }

    Optional<SessionChanges> changes() {
        return Optional.ofNullable(changes);
    }

    /** Whether the step was done; a look counts, too. */
    boolean isChange() {
        return kind == Kind.DONE || kind == Kind.DONE_WITH_CHANGES;
    }

    boolean isReplicated() {
        return replicated;
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.ANSWER.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeByte(kind.code());
        if (kind == Kind.DONE) {
            out.writeLong(version);
        } else if (changes != null) {
            Wire.writeChanges(out, changes);
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        kind = Kind.of(in.readByte());
        if (kind == Kind.DONE) {
            version = in.readLong();
        } else if (kind == Kind.DONE_WITH_CHANGES || kind == Kind.OUTDATED) {
            SessionChanges news = Wire.readChangesSince(in);
            version = news.version();
            changes = news;
        }
    }
}
