package org.remora.session;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attributes of one session from two halves of a split cluster: of each name the later row, a tombstone like any
 * other.
 *
 * <p>Which half is which makes no difference. Rows of the same version that differ, written in the same millisecond on
 * both sides, are ordered by their bytes, so that every node takes the same one.
 */
final class TableMerge {

    @SuppressWarnings("ArrayRecordComponent") // compared by isSame alone, and copied never
    private record Row(byte[] bytes, long version) {

        boolean isSame(Row other) {
            return version == other.version && Arrays.equals(bytes, other.bytes);
        }

        Row laterOf(Row other) {
            int order = Long.compare(version, other.version);
            return (order == 0 ? Arrays.compareUnsigned(bytes, other.bytes) : order) >= 0 ? this : other;
        }
    }

    private final Map<String, Row> mine;
    private final Map<String, Row> theirs;
    private final TreeMap<String, Row> merged = new TreeMap<>();
    private final long forgotten;

    /**
     * Merges two tables.
     *
     * @param mine one half's
     * @param theirs the other half's
     * @param knownShared a version up to which both halves are known to have the same history
     */
    TableMerge(AttributeTable mine, AttributeTable theirs, long knownShared) {
        this.mine = rowsOf(mine);
        this.theirs = rowsOf(theirs);
        this.forgotten = Math.max(mine.forgottenVersion(), theirs.forgottenVersion());
        long shared = Math.max(knownShared, latestSame());
        take(this.mine, this.theirs, theirs.forgottenVersion(), shared);
        take(this.theirs, this.mine, mine.forgottenVersion(), shared);
    }

    /** The merged table; its tombstones are as few as in any other. */
    AttributeTable table() {
        return AttributeTable.ofRows(
                        merged.keySet().toArray(String[]::new),
                        merged.values().stream().map(Row::bytes).toArray(byte[][]::new),
                        merged.values().stream().mapToLong(Row::version).toArray(),
                        forgotten)
                .withoutOldTombstones();
    }

    /** How many attributes are not as they were in the first table. */
    int changesOfMine() {
        long changed = merged.entrySet().stream()
                .filter(row -> !isKnown(mine, row.getKey(), row.getValue()))
                .count();
        return Math.toIntExact(changed) + Math.toIntExact(vanishedFrom(mine));
    }

    /**
     * Whether nodes that have seen a version of one half or the other find out by asking for what is newer.
     *
     * @param myVersion the highest version of the first half
     * @param theirVersion the highest version of the other
     * @return false if something older than what they know would escape them
     */
    boolean isToldByVersions(long myVersion, long theirVersion) {
        return isTold(mine, myVersion) && isTold(theirs, theirVersion);
    }

    private boolean isTold(Map<String, Row> half, long version) {
        return vanishedFrom(half) == 0
                && merged.entrySet().stream()
                        .allMatch(row ->
                                row.getValue().version() > version || isKnown(half, row.getKey(), row.getValue()));
    }

    private static boolean isKnown(Map<String, Row> half, String name, Row row) {
        Row known = half.get(name);
        return known != null && known.isSame(row);
    }

    private long vanishedFrom(Map<String, Row> half) {
        return half.keySet().stream().filter(name -> !merged.containsKey(name)).count();
    }

    /** A value that both halves have alike was written before the split. */
    private long latestSame() {
        return mine.entrySet().stream()
                .filter(row -> row.getValue().bytes().length > 0 && isKnown(theirs, row.getKey(), row.getValue()))
                .mapToLong(row -> row.getValue().version())
                .max()
                .orElse(0);
    }

    private void take(Map<String, Row> half, Map<String, Row> other, long otherForgotten, long shared) {
        half.forEach((name, row) -> {
            Row theirRow = other.get(name);
            // Written before the split and gone: the other half has removed it, and has dropped the tombstone since.
            boolean removedLongAgo = theirRow == null && row.version() <= Math.min(otherForgotten, shared);
            if (!removedLongAgo) {
                merged.put(name, theirRow == null ? row : row.laterOf(theirRow));
            }
        });
    }

    private static Map<String, Row> rowsOf(AttributeTable table) {
        Map<String, Row> rows = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.put(table.name(row), new Row(table.bytes(row), table.version(row)));
        }
        return rows;
    }
}
