package org.remora.session.seal;

import java.util.List;
import org.remora.cluster.ClusterKeys;
import org.remora.session.SessionKey;

/**
 * Seals the attributes of sessions with the cluster's keys.
 *
 * <p>Every session has a key of its own, made of the cluster's: so an attribute is bound to its session, and however
 * many the cluster writes, only those of one session share a key with their random nonces (NIST SP 800-38D, 8.3).
 */
public final class Seal {

    private static final String PURPOSE = "remora session attributes";

    private final List<SealingKey> keys;

    private Seal(List<SealingKey> keys) {
        this.keys = keys;
    }

    /**
     * The seal of a cluster.
     *
     * @param keys those of the cluster: sealed is with the first, opened with any
     * @return the seal
     */
    public static Seal of(ClusterKeys keys) {
        if (!keys.areSecret()) {
            throw new IllegalArgumentException("Without a secret there is nothing to seal with");
        }
        return new Seal(keys.forPurpose(PURPOSE).stream().map(SealingKey::new).toList());
    }

    SessionSeal of(SessionKey session) {
        return new SessionSeal(keys, session);
    }
}
