package org.remora.session.seal;

import java.util.function.BiFunction;
import org.remora.session.AttributeChange;
import org.remora.session.AttributeTable;
import org.remora.session.SessionChanges;
import org.remora.session.SessionDelta;
import org.remora.session.SessionRecord;

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

    /** A session as it may leave the node. */
    SessionRecord sealed(SessionRecord known) {
        return record(known, converted(known.attributes(), seal::seal));
    }

    AttributeTable opened(AttributeTable table) {
        return converted(table, seal::open);
    }

    static SessionRecord record(SessionRecord same, AttributeTable attributes) {
        return new SessionRecord(
                same.application(),
                same.id(),
                same.createdMillis(),
                same.accessedMillis(),
                same.maxInactiveSeconds(),
                same.maxLifetimeSeconds(),
                same.version(),
                same.idVersion(),
                same.timeoutVersion(),
                attributes);
    }

    /** The same names and versions with other bytes; tombstones stay. */
    private static AttributeTable converted(AttributeTable table, BiFunction<String, byte[], byte[]> conversion) {
        String[] names = new String[table.rows()];
        byte[][] values = new byte[names.length][];
        long[] versions = new long[names.length];
        for (int row = 0; row < names.length; row++) {
            byte[] bytes = table.bytes(row);
            names[row] = table.name(row);
            values[row] = bytes.length == 0 ? bytes : conversion.apply(names[row], bytes);
            versions[row] = table.version(row);
        }
        return AttributeTable.ofRows(names, values, versions, table.forgottenVersion());
    }
}
