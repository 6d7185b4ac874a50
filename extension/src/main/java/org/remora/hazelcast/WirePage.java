package org.remora.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The first of what a node lists, on its way to somebody who asks all nodes: how many there are in all, and the rows.
 * Each kind of rows has its own form.
 *
 * @param <R> the rows
 */
public abstract class WirePage<R> implements IdentifiedDataSerializable {

    private List<R> rows;
    private long total;

    /**
     * Makes a page.
     *
     * @param rows what is listed
     * @param total how many there are in all
     */
    protected WirePage(List<R> rows, long total) {
        this.rows = List.copyOf(rows);
        this.total = total;
    }

    /**
     * What is listed.
     *
     * @return the rows, in their order
     */
    protected final List<R> rows() {
        return rows;
    }

    /**
     * How many there are in all.
     *
     * @return the number
     */
    protected final long total() {
        return total;
    }

    @Override
    public final void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(total);
        writeCount(out, rows.size());
        for (R row : rows) {
            write(out, row);
        }
    }

    @Override
    public final void readData(ObjectDataInput in) throws IOException {
        total = in.readLong();
        List<R> read = new ArrayList<>();
        for (int left = readCount(in); left > 0; left--) {
            read.add(read(in));
        }
        rows = read;
    }

    /**
     * Writes the number of rows.
     *
     * @param out takes it
     * @param count the number
     * @throws IOException if it cannot be written
     */
    protected abstract void writeCount(ObjectDataOutput out, int count) throws IOException;

    /**
     * Reads the number of rows.
     *
     * @param in has it
     * @return the number
     * @throws IOException if it cannot be read
     */
    protected abstract int readCount(ObjectDataInput in) throws IOException;

    /**
     * Writes a row.
     *
     * @param out takes it
     * @param row the row
     * @throws IOException if it cannot be written
     */
    protected abstract void write(ObjectDataOutput out, R row) throws IOException;

    /**
     * Reads a row.
     *
     * @param in has it
     * @return the row
     * @throws IOException if it cannot be read
     */
    protected abstract R read(ObjectDataInput in) throws IOException;
}
