package org.remora.session.live;

import java.util.Optional;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * Makes one attribute of two that were written at the same time, by the application's merger. Runs code of the
 * application. Under the session's commit lock.
 *
 * @param mine what was changed here
 * @param encoding the application's mergers and codec
 */
record AttributeMerge(LiveAttribute mine, ValueEncoding encoding) {

    /**
     * What becomes of this node's attribute and of what another node has written: this node's, where its object has
     * taken the others in, or nothing can be merged.
     */
    LiveAttribute with(byte[] theirs) throws UnreadableAttributeException {
        return with(encoding.decode(theirs), theirs);
    }

    /** The same with an object that others have in their hands on this node. */
    LiveAttribute with(LiveAttribute present) throws UnreadableAttributeException {
        Object theirs = present.value(encoding);
        return theirs == null ? mine : with(theirs, present.bytesInGrid());
    }

    private LiveAttribute with(Object theirs, byte[] gridBytes) throws UnreadableAttributeException {
        Object value = mine.presentValue();
        if (value == null) {
            return mine;
        }
        byte[] before = mine.bytesInGrid();
        Optional<Object> ancestor = before.length == 0 ? Optional.empty() : Optional.of(encoding.decode(before));
        long seen = mine.encodingsBegun(); // what is encoded after this may have more than the merger sees
        try {
            byte[] own = encoding.encode(value);
            Object merged = encoding.mergers()
                    .merged(mine.name(), value, theirs, ancestor)
                    .orElse(value);
            byte[] now = encoding.encode(merged);
            if (merged == value) {
                mine.rebased(now, gridBytes, seen);
                return mine;
            }
            mine.rebased(own, gridBytes, seen);
            return mine.replacedBy(merged, now, encoding.isMutable(merged));
        } catch (NotStorableException e) {
            throw new UnreadableAttributeException("What was merged cannot be stored: " + e.getMessage(), e);
        }
    }
}
