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
 * <p>Their form never changes but for the invalidations, which have a version of their own: a node sees also from a
 * newer one's messages which numbers it has missed. A later version may write more at the end; that is not read.
 */
final class FrameCode {

    /** The version of the invalidations that this code writes, and the only one that it reads. */
    static final int CONTENT_VERSION = 1;

    private static final int FORM = 1;
    private static final int NEWS = 0;
    private static final int BEAT = 1;
    private static final int GOODBYE = 2;
    // Behind the positions of a beat; whatever else is there, or nothing, is that of a node that listens.
    private static final int ANSWERS_ONLY = 1;

    private FrameCode() {}

    static byte[] encode(Frame frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(FORM);
            writeText(out, frame.node());
            if (frame instanceof Frame.News news) {
                out.writeByte(NEWS);
                write(out, news);
            } else if (frame instanceof Frame.Beat beat) {
                out.writeByte(BEAT);
                write(out, beat.positions());
                if (!beat.listens()) {
                    out.writeByte(ANSWERS_ONLY);
                }
            } else if (frame instanceof Frame.Goodbye goodbye) {
                out.writeByte(GOODBYE);
                write(out, goodbye.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static Frame decode(byte[] bytes) throws MalformedFrameException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            int form = in.readByte();
            if (form != FORM) {
                throw new MalformedFrameException("A message of the unknown form " + form);
            }
            String node = readText(in);
            int kind = in.readByte();
            return switch (kind) {
                case NEWS -> readNews(in, node);
                case BEAT -> new Frame.Beat(node, readPositions(in), in.read() != ANSWERS_ONLY);
                case GOODBYE -> new Frame.Goodbye(node, readPosition(in));
                default -> throw new MalformedFrameException("A message of the unknown kind " + kind);
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedFrameException("A message that is cut off or wrong", e);
        }
    }

    private static void write(DataOutputStream out, Frame.News news) throws IOException {
        write(out, news.position());
        out.writeLong(news.first());
        out.writeByte(CONTENT_VERSION);
        List<Invalidation> content = news.content().orElse(List.of());
        out.writeInt(content.size());
        for (Invalidation each : content) {
            write(out, each);
        }
    }

    private static Frame.News readNews(DataInputStream in, String node) throws IOException {
        Position position = readPosition(in);
        return new Frame.News(node, in.readLong(), position, readContentIfKnown(in));
    }

    private static Optional<List<Invalidation>> readContentIfKnown(DataInputStream in) {
        try {
            return in.readByte() == CONTENT_VERSION ? Optional.of(readContent(in)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // counts like what a newer version has written
        }
    }

    private static void write(DataOutputStream out, List<Position> positions) throws IOException {
        out.writeInt(positions.size());
        for (Position each : positions) {
            write(out, each);
        }
    }

    private static List<Position> readPositions(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(readPosition(in));
        }
        return positions;
    }

    private static void write(DataOutputStream out, Position position) throws IOException {
        writeText(out, position.application());
        out.writeLong(position.stream().getMostSignificantBits());
        out.writeLong(position.stream().getLeastSignificantBits());
        out.writeLong(position.last());
    }

    private static Position readPosition(DataInputStream in) throws IOException {
        String application = readText(in);
        return new Position(application, new UUID(in.readLong(), in.readLong()), in.readLong());
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
