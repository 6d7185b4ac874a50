package org.remora.session.seal;

import org.remora.session.AttributeChange;
import org.remora.session.AttributeTable;
import org.remora.session.SessionChanges;
import org.remora.session.SessionDelta;

/** The attributes of a session in what is sent to the grid and in what comes from there. */
record SealedChanges(SessionSeal seal) {

    /** A delta as it may leave the node. */
    SessionDelta sealed(SessionDelta delta) {
        return new SessionDelta(
                delta.baseVersion(),
                delta.sentMillis(),
                delta.accessedMillis(),
                delta.maxInactiveSeconds(),
                delta.renamed(),
                delta.changes().stream().map(this::sealed).toList(),
                delta.guarded());
    }

    private AttributeChange sealed(AttributeChange change) {
        return change instanceof AttributeChange.Written written
                ? new AttributeChange.Written(written.name(), seal.seal(written.name(), written.bytes()))
                : change;
    }

    /** Changes as the node's sessions understand them. */
    SessionChanges opened(SessionChanges changes) {
        return new SessionChanges(
                changes.version(),
                changes.createdMillis(),
                changes.accessedMillis(),
                changes.maxInactiveSeconds(),
                changes.complete(),
                opened(changes.attributes()));
    }

    AttributeTable opened(AttributeTable table) {
        String[] names = new String[table.rows()];
        byte[][] values = new byte[names.length][];
        long[] versions = new long[names.length];
        for (int row = 0; row < names.length; row++) {
            boolean isTombstone = table.bytes(row).length == 0;
            names[row] = table.name(row);
            values[row] = isTombstone ? table.bytes(row) : seal.open(names[row], table.bytes(row));
            versions[row] = table.version(row);
        }
        return AttributeTable.ofRows(names, values, versions, table.forgottenVersion());
    }
}
