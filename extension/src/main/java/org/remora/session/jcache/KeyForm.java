package org.remora.session.jcache;

import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.impl.HeapData;
import com.hazelcast.internal.serialization.impl.SerializationConstants;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.remora.session.SessionKey;

/**
 * The key of a record: the UUID that a session's key is, which is written without Hazelcast's head where its partition
 * is known. Little-endian, as the configuration of all nodes says.
 */
final class KeyForm {

    // A UUID as Hazelcast writes it: no hash of a partition key of its own, the type, the UUID.
    private static final byte[] HEAD = ByteBuffer.allocate(2 * Integer.BYTES)
            .putInt(Integer.BYTES, SerializationConstants.CONSTANT_TYPE_UUID)
            .array();
    private static final int BYTES = HEAD.length + 2 * Long.BYTES;

    private KeyForm() {}

    /** The key as Hazelcast's serialization service would make it, which takes several times as long. */
    static Data of(SessionKey key) {
        byte[] bytes = Arrays.copyOf(HEAD, BYTES);
        ByteBuffer.wrap(bytes, HEAD.length, 2 * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(key.high())
                .putLong(key.low());
        return new HeapData(bytes);
    }

    static void write(ObjectDataOutput out, Data key) throws IOException {
        out.write(key.toByteArray(), HEAD.length, 2 * Long.BYTES);
    }

    static Data read(ObjectDataInput in) throws IOException {
        byte[] key = Arrays.copyOf(HEAD, BYTES);
        in.readFully(key, HEAD.length, 2 * Long.BYTES);
        return new HeapData(key);
    }
}
