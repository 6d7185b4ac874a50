package org.remora.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The attributes of a record: for each name its bytes and the version that wrote them, or a tombstone.
 *
 * <p>Immutable; a change makes a new table that shares the bytes. A table keeps {@value #MAX_TOMBSTONES} tombstones,
 * and of those it dropped the highest version, below which nobody can be told what was removed.
 */
public final class AttributeTable {

    /** How many removed names a table remembers. */
    public static final int MAX_TOMBSTONES = 16;

    /** The table without attributes. */
    public static final AttributeTable EMPTY = new AttributeTable(new String[0], new byte[0][], new long[0], 0);

    private static final byte[] TOMBSTONE = new byte[0];
    private static final NameSets NAMES = new NameSets();

    private final String[] names;
    private final byte[][] values;
    private final long[] versions;
    private final long forgottenVersion;

    private AttributeTable(String[] names, byte[][] values, long[] versions, long forgottenVersion) {
        this.names = names;
        this.values = values;
        this.versions = versions;
        this.forgottenVersion = forgottenVersion;
    }

    /**
     * Makes a table of rows that were visited before; the arrays become its own.
     *
     * @param names the names, in ascending order
     * @param values the encoded values, empty arrays for tombstones
     * @param versions the versions
     * @param forgottenVersion the highest version of a dropped tombstone
     * @return the table
     */
    public static AttributeTable ofRows(String[] names, byte[][] values, long[] versions, long forgottenVersion) {
        if (names.length != values.length || names.length != versions.length) {
            throw new IllegalArgumentException("An attribute table has as many values and versions as names");
        }
        return new AttributeTable(NAMES.shared(names), values, versions, forgottenVersion);
    }

    /**
     * The number of rows.
     *
     * @return attributes and tombstones
     */
    public int rows() {
        return names.length;
    }

    /**
     * The highest version of a tombstone that was dropped.
     *
     * @return a version, 0 if none was
     */
    public long forgottenVersion() {
        return forgottenVersion;
    }

    /**
     * The name of a row.
     *
     * @param row 0 to {@link #rows()} - 1, in the order of the names
     * @return the attribute's name
     */
    public String name(int row) {
        return names[row];
    }

    /**
     * The content of a row.
     *
     * @param row 0 to {@link #rows()} - 1
     * @return the encoded value, not to be written to; empty for a tombstone
     */
    public byte[] bytes(int row) {
        return values[row];
    }

    /**
     * The version of a row.
     *
     * @param row 0 to {@link #rows()} - 1
     * @return the version that wrote or removed it
     */
    public long version(int row) {
        return versions[row];
    }

    /**
     * The version of an attribute.
     *
     * @param name the attribute's name
     * @return the version that wrote or removed it, 0 if the table knows nothing of it
     */
    public long version(String name) {
        int row = Arrays.binarySearch(names, name);
        return row < 0 ? 0 : versions[row];
    }

    /**
     * The value of an attribute.
     *
     * @param name the attribute's name
     * @return the encoded value, not to be written to; empty if there is none
     */
    public Optional<byte[]> find(String name) {
        int row = Arrays.binarySearch(names, name);
        return row < 0 || values[row].length == 0 ? Optional.empty() : Optional.of(values[row]);
    }

    /**
     * The table after some changes.
     *
     * @param changes the changes, at most one for a name
     * @param version the version that makes them
     * @return the new table
     */
    public AttributeTable with(List<AttributeChange> changes, long version) {
        if (changes.isEmpty()) {
            return this;
        }
        AttributeTable table = this;
        boolean removes = false;
        for (AttributeChange change : changes) {
            removes |= change instanceof AttributeChange.Removed;
            byte[] bytes = change instanceof AttributeChange.Written written ? written.bytes() : TOMBSTONE;
            table = table.withRow(table == this, change.name(), bytes, version);
        }
        if (table.names != names) {
            table = ofRows(table.names, table.values, table.versions, table.forgottenVersion);
        }
        return removes ? table.withoutOldTombstones() : table;
    }

    /**
     * The rows that are newer than a version.
     *
     * @param version a version that the asker has
     * @return rows written or removed after it
     */
    public AttributeTable newerThan(long version) {
        return filtered(row -> versions[row] > version, forgottenVersion);
    }

    /**
     * The rows that hold a value.
     *
     * @return this table without tombstones
     */
    public AttributeTable withoutTombstones() {
        return filtered(row -> values[row].length > 0, forgottenVersion);
    }

    /**
     * The table without some names.
     *
     * @param changes what names
     * @return the other rows
     */
    public AttributeTable except(List<AttributeChange> changes) {
        return filtered(
                row -> changes.stream().noneMatch(change -> change.name().equals(names[row])), forgottenVersion);
    }

    private AttributeTable withRow(boolean shared, String name, byte[] bytes, long version) {
        int found = Arrays.binarySearch(names, name);
        if (found < 0) {
            int at = -found - 1;
            String[] moreNames = inserted(names, new String[names.length + 1], at);
            byte[][] moreValues = inserted(values, new byte[names.length + 1][], at);
            long[] moreVersions = new long[names.length + 1];
            System.arraycopy(versions, 0, moreVersions, 0, at);
            System.arraycopy(versions, at, moreVersions, at + 1, names.length - at);
            moreNames[at] = name;
            return new AttributeTable(moreNames, moreValues, moreVersions, forgottenVersion).put(at, bytes, version);
        }
        AttributeTable own =
                shared ? new AttributeTable(names, values.clone(), versions.clone(), forgottenVersion) : this;
        return own.put(found, bytes, version);
    }

    private static <T> T[] inserted(T[] from, T[] to, int at) {
        System.arraycopy(from, 0, to, 0, at);
        System.arraycopy(from, at, to, at + 1, from.length - at);
        return to;
    }

    private AttributeTable put(int row, byte[] bytes, long version) {
        values[row] = bytes;
        versions[row] = version;
        return this;
    }

    /**
     * The table of a record that was merged: whoever knows a version before this one has to be told everything.
     *
     * @param version the version of the merge
     * @return the same rows
     */
    AttributeTable untoldBefore(long version) {
        return new AttributeTable(names, values, versions, version);
    }

    /** This table with the tombstones that it may remember. */
    AttributeTable withoutOldTombstones() {
        long[] tombstones = new long[names.length];
        int count = 0;
        for (int row = 0; row < names.length; row++) {
            if (values[row].length == 0) {
                tombstones[count++] = versions[row];
            }
        }
        if (count <= MAX_TOMBSTONES) {
            return this;
        }
        Arrays.sort(tombstones, 0, count);
        long forgotten = tombstones[count - MAX_TOMBSTONES - 1];
        return filtered(
                row -> values[row].length > 0 || versions[row] > forgotten, Math.max(forgotten, forgottenVersion));
    }

    private AttributeTable filtered(IntPredicate keep, long forgotten) {
        int[] rows = new int[names.length];
        int count = 0;
        for (int row = 0; row < names.length; row++) {
            if (keep.test(row)) {
                rows[count++] = row;
            }
        }
        if (count == names.length && forgotten == forgottenVersion) {
            return this;
        }
        String[] fewerNames = new String[count];
        byte[][] fewerValues = new byte[count][];
        long[] fewerVersions = new long[count];
        for (int i = 0; i < count; i++) {
            fewerNames[i] = names[rows[i]];
            fewerValues[i] = values[rows[i]];
            fewerVersions[i] = versions[rows[i]];
        }
        return new AttributeTable(fewerNames, fewerValues, fewerVersions, forgotten);
    }
}
