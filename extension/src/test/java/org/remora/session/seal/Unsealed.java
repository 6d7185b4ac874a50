package org.remora.session.seal;

import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.key;

import org.remora.session.IdHash;
import org.remora.session.LookResult;
import org.remora.session.SessionChanges;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;

/** What sealed stores hold, for tests that know the secret. */
public final class Unsealed {

    private Unsealed() {}

    /** A record as it would rest without a seal; those of users are not sealed. */
    public static SessionRecord record(SessionRecord sealed, SessionKey key, Seal seal) {
        return sealed.isEnded()
                ? sealed
                : SealedChanges.record(sealed, new SealedChanges(seal.of(key)).opened(sealed.attributes()));
    }

    static SessionChanges look(SessionStore store, SessionId id) {
        LookResult result = store.look(key(id), new SessionLook(IdHash.of(id), 0, NOW));
        return ((LookResult.Found) result).changes();
    }
}
