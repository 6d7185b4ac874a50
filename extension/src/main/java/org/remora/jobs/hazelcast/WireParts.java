package org.remora.jobs.hazelcast;

import com.hazelcast.internal.util.UUIDSerializationUtil;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** How the parts are written of which everything else is made. */
final class WireParts {

    /** Writes a value. */
    @FunctionalInterface
    interface Writer<T> {
        void write(ObjectDataOutput out, T value) throws IOException;
    }

    /** Reads a value. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ObjectDataInput in) throws IOException;
    }

    private WireParts() {}

    static void writeText(ObjectDataOutput out, String text) throws IOException {
        out.writeString(text);
    }

    static String readText(ObjectDataInput in) throws IOException {
        return Objects.requireNonNull(in.readString(), "a text is missing");
    }

    static void writeBytes(ObjectDataOutput out, byte[] bytes) throws IOException {
        out.writeByteArray(bytes);
    }

    static byte[] readBytes(ObjectDataInput in) throws IOException {
        return Objects.requireNonNull(in.readByteArray(), "bytes are missing");
    }

    static void writeId(ObjectDataOutput out, UUID id) throws IOException {
        UUIDSerializationUtil.writeUUID(out, id);
    }

    static UUID readId(ObjectDataInput in) throws IOException {
        return UUIDSerializationUtil.readUUID(in);
    }

    static <T> void writeOptional(ObjectDataOutput out, Optional<T> value, Writer<T> writer) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            writer.write(out, value.get());
        }
    }

    static <T> Optional<T> readOptional(ObjectDataInput in, Reader<T> reader) throws IOException {
        return in.readBoolean() ? Optional.of(reader.read(in)) : Optional.empty();
    }
}
