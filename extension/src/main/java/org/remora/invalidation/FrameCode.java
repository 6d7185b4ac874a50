package org.remora.invalidation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages as bytes.
 *
 * <p>The form of the head never changes. What follows has a version of its own, so that a node still sees from a newer
 * one's messages which numbers it has missed.
 */
final class FrameCode {

    /** The version of the content that this code writes, and the last one that it reads. */
    static final int CONTENT_VERSION = 1;

    private static final int HEAD_FORM = 1;
    private static final FrameHead.Kind[] KINDS = FrameHead.Kind.values();

    private FrameCode() {}

    static byte[] encode(FrameHead head, List<Invalidation> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            writeHead(out, head);
            out.writeByte(CONTENT_VERSION);
            out.writeInt(content.size());
            for (Invalidation each : content) {
                write(out, each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static Frame decode(byte[] bytes) throws MalformedFrameException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        FrameHead head = readHead(in);
        try {
            return new Frame(head, in.readByte() == CONTENT_VERSION ? Optional.of(readContent(in)) : Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            return new Frame(head, Optional.empty()); // counts like what a newer version has written
        }
    }

    @SuppressWarnings("EnumOrdinal") // the order is the form
    private static void writeHead(DataOutputStream out, FrameHead head) throws IOException {
        out.writeByte(HEAD_FORM);
        writeText(out, head.node());
        writeText(out, head.application());
        out.writeLong(head.stream().getMostSignificantBits());
        out.writeLong(head.stream().getLeastSignificantBits());
        out.writeByte(head.kind().ordinal());
        out.writeLong(head.first());
        out.writeLong(head.last());
    }

    private static FrameHead readHead(DataInputStream in) throws MalformedFrameException {
        try {
            int form = in.readByte();
            if (form != HEAD_FORM) {
                throw new MalformedFrameException("A message of the unknown form " + form);
            }
            String node = readText(in);
            String application = readText(in);
            UUID stream = new UUID(in.readLong(), in.readLong());
            int kind = in.readByte();
            if (kind < 0 || kind >= KINDS.length) {
                throw new MalformedFrameException("A message of the unknown kind " + kind);
            }
            return new FrameHead(node, application, stream, KINDS[kind], in.readLong(), in.readLong());
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedFrameException("A message whose head is cut off or wrong", e);
        }
    }

    private static void write(DataOutputStream out, Invalidation invalidation) throws IOException {
        writeText(out, invalidation.cache());
        out.writeBoolean(invalidation.all());
        out.writeBoolean(invalidation.reason().isPresent());
        writeText(out, invalidation.reason().orElse(""));
        out.writeInt(invalidation.keys().size());
        for (byte[] key : invalidation.keys()) {
            writeBytes(out, key);
        }
    }

    private static List<Invalidation> readContent(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Invalidation> content = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String cache = readText(in);
            boolean all = in.readBoolean();
            boolean hasReason = in.readBoolean();
            String reason = readText(in);
            content.add(new Invalidation(cache, all, readKeys(in), hasReason ? Optional.of(reason) : Optional.empty()));
        }
        return content;
    }

    private static List<byte[]> readKeys(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<byte[]> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(readBytes(in));
        }
        return keys;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(UTF_8));
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), UTF_8);
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("A length of " + length + " where " + in.available() + " bytes are left");
        }
        return in.readNBytes(length);
    }
}
