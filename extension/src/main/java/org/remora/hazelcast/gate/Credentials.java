package org.remora.hazelcast.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.remora.cluster.ClusterKeys;

/**
 * What a node has to show at a gate, and demands of others.
 *
 * @param cluster the name of its cluster
 * @param protocol the version of the protocol that it speaks, 0 to 65535
 * @param keys what it proves to know, the one in use first, 4 at most; empty without a secret
 */
record Credentials(String cluster, int protocol, List<byte[]> keys) {

    private static final String PURPOSE = "remora handshake";

    /** Who has no secret proves that it speaks the protocol, and no more. */
    private static final byte[] KNOWN_TO_ALL = "remora without a secret".getBytes(UTF_8);

    Credentials {
        keys = List.copyOf(keys);
    }

    static Credentials of(String cluster, int protocol, ClusterKeys keys) {
        return new Credentials(cluster, protocol, keys.forPurpose(PURPOSE));
    }

    boolean haveSecret() {
        return !keys.isEmpty();
    }

    /** The keys that proofs are made with. */
    List<byte[]> provable() {
        return haveSecret() ? keys : List.of(KNOWN_TO_ALL);
    }
}
