package org.remora.session.seal;

import java.util.List;
import org.remora.cluster.ClusterKeys;
import org.remora.session.SessionKey;

/**
 * Seals the attributes of sessions with the cluster's keys.
 *
 * <p>Every session has a key of its own, made of the cluster's, so that an attribute is bound to its session. Nonces
 * are made of what is encrypted (as in RFC 5297): whoever sees sealed bytes sees whether an attribute is as it was
 * before, and no more; and the halves of a cluster see it, too, which merge by that.
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
