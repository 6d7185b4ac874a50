package org.remora.hazelcast;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.remora.cluster.Figures;

/**
 * How a member's numbers travel: the number of the form, then each row with its kind, its subject and its numbers.
 *
 * <p>New kinds, and new numbers at the end of a row, need no new form: who does not know them passes over them.
 */
final class FiguresForm {

    private static final int FORM = 1;

    private FiguresForm() {}

    static byte[] bytes(List<Figures> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeInt(rows.size());
            for (Figures row : rows) {
                out.writeUTF(row.kind());
                out.writeUTF(row.subject());
                out.writeInt(row.values().size());
                for (long value : row.values()) {
                    out.writeLong(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Figures cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what a member has written.
     *
     * @throws IOException if it is none of these forms, or cut off
     */
    static List<Figures> read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int form = in.readByte();
        if (form != FORM) {
            throw new IOException("it answers in form " + form + ", of another version of Remora");
        }
        List<Figures> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(new Figures(in.readUTF(), in.readUTF(), values(in)));
        }
        return rows;
    }

    private static List<Long> values(DataInputStream in) throws IOException {
        List<Long> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(in.readLong());
        }
        return values;
    }
}
