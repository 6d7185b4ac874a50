package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.remora.session.SessionKey;
import org.remora.session.SessionsOnNode;

/**
 * Has another node end overdue sessions; answers how many it will see to, or {@link #NOT_HERE} if it does not run the
 * application.
 */
final class EndOverdueOperation extends NodeOperation {

    static final int NOT_HERE = -1;

    private Overdue overdue;
    private List<SessionKey> keys;
    private int accepted = NOT_HERE;

    EndOverdueOperation() {
        this("", new Overdue(0, 0), List.of());
    }

    EndOverdueOperation(String application, Overdue overdue, List<SessionKey> keys) {
        super(application);
        this.overdue = overdue;
        this.keys = List.copyOf(keys);
    }

    @Override
    public void run() {
        Optional<SessionsOnNode> here = sessions();
        here.ifPresent(sessions -> accepted = overdue.offer(keys, sessions));
    }

    @Override
    public Object getResponse() {
        return accepted;
    }

    @Override
    public int getClassId() {
        return WireTypes.END_OVERDUE.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        super.writeInternal(out);
        out.writeLong(overdue.atMillis());
        out.writeInt(overdue.maxIdleSeconds());
        Wire.writeKeys(out, keys);
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        super.readInternal(in);
        overdue = new Overdue(in.readLong(), in.readInt());
        keys = Wire.readKeys(in);
    }
}
