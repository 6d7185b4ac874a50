package org.remora.session.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import org.remora.session.SessionRecord;

/**
 * The value of a cache entry: a reference to an immutable record.
 *
 * <p>The grid keeps values as objects and replicates them from whatever thread and moment it likes. So a change swaps
 * the reference, and a late serialization sees one consistent version.
 */
public final class StoredSession implements IdentifiedDataSerializable {

    private volatile SessionRecord current;

    // Known to the owner only: after a migration one use more than needed is told to the backups.
    private transient long replicatedAccessMillis;

    StoredSession(SessionRecord current) {
        this.current = current;
        this.replicatedAccessMillis = current.accessedMillis();
    }

    /**
     * The session as it is now.
     *
     * @return the record
     */
    public SessionRecord current() {
        return current;
    }

    void replace(SessionRecord next) {
        current = next;
    }

    long replicatedAccessMillis() {
        return replicatedAccessMillis;
    }

    void accessReplicated() {
        replicatedAccessMillis = current.accessedMillis();
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.STORED_SESSION.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        Wire.writeRecord(out, current);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        current = Wire.readRecord(in);
    }
}
