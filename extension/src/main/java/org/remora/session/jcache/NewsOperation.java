package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.List;
import org.remora.session.SessionKey;
import org.remora.session.SessionNews;

/** Tells another node what has happened to a session; nobody waits for an answer. */
final class NewsOperation extends NodeOperation {

    private static final byte ENDED = 0;
    private static final byte CHANGED = 1;

    private SessionNews.Kind kind;
    private SessionKey key;

    NewsOperation() {
        this(SessionNews.Kind.ENDED, "", new SessionKey(0, 0));
    }

    NewsOperation(SessionNews.Kind kind, String application, SessionKey key) {
        super(application);
        this.kind = kind;
        this.key = key;
    }

    @Override
    public void run() {
        sessions().ifPresent(sessions -> {
            switch (kind) {
                case ENDED -> sessions.ended(key);
                case CHANGED -> sessions.changed(key);
            }
        });
    }

    @Override
    public boolean returnsResponse() {
        return false;
    }

    @Override
    public int getClassId() {
        return WireTypes.NEWS.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        super.writeInternal(out);
        out.writeByte(kind == SessionNews.Kind.ENDED ? ENDED : CHANGED);
        Wire.writeKeys(out, List.of(key));
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        super.readInternal(in);
        kind = in.readByte() == ENDED ? SessionNews.Kind.ENDED : SessionNews.Kind.CHANGED;
        key = Wire.readKeys(in).get(0);
    }
}
