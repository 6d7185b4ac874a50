package org.remora.management;

import java.util.Optional;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;

/** Reads what a session holds, where that is allowed. */
@FunctionalInterface
public interface ValueReader {

    /**
     * A value as text.
     *
     * @param key the record's key
     * @param stored the record, as it rests
     * @param name the attribute's name
     * @return the text; empty if the application does not run on this server
     */
    Optional<String> text(SessionKey key, SessionRecord stored, String name);
}
