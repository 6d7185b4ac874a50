package org.remora.session.jcache;

import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.impl.HeapData;
import com.hazelcast.internal.serialization.impl.SerializationConstants;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** How the key of a record is written when its partition is known: as the UUID that it is, without Hazelcast's head. */
final class KeyForm {

    // A UUID as Hazelcast writes it: no hash of a partition key of its own, the type, the UUID.
    private static final byte[] HEAD = ByteBuffer.allocate(2 * Integer.BYTES)
            .putInt(Integer.BYTES, SerializationConstants.CONSTANT_TYPE_UUID)
            .array();
    private static final int BYTES = HEAD.length + 2 * Long.BYTES;

    private KeyForm() {}

    static void write(ObjectDataOutput out, Data key) throws IOException {
        out.write(key.toByteArray(), HEAD.length, 2 * Long.BYTES);
    }

    static Data read(ObjectDataInput in) throws IOException {
        byte[] key = Arrays.copyOf(HEAD, BYTES);
        in.readFully(key, HEAD.length, 2 * Long.BYTES);
        return new HeapData(key);
    }
}
