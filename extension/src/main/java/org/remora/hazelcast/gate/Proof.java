package org.remora.hazelcast.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.remora.config.ClusterSecret;

/**
 * The proofs of one handshake: HMAC-SHA256 over the role of who makes it, the cluster's name and both hellos.
 *
 * @param cluster the name of the cluster
 * @param helloOfConnecting the hello of the side that has connected
 * @param helloOfAccepting the hello of the other side
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Proof(String cluster, byte[] helloOfConnecting, byte[] helloOfAccepting) {

    /** The length of one proof. */
    static final int LENGTH = 32;

    /** The length of the proofs of who connects: one for each secret that it may have, so as not to tell how many. */
    static final int LENGTH_OF_ALL = ClusterSecret.MOST * LENGTH;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte CONNECTING = 1;
    private static final byte ACCEPTING = 2;

    /** The proofs for all keys; what is left is filled up at random. */
    byte[] ofConnecting(List<byte[]> keys, Randomness random) {
        ByteBuffer all = ByteBuffer.wrap(random.bytes(LENGTH_OF_ALL));
        keys.forEach(key -> all.put(of(key, CONNECTING)));
        return all.array();
    }

    /** The key that one of the proofs was made with. */
    Optional<byte[]> keyOfConnecting(List<byte[]> keys, byte[] proofs) {
        return keys.stream()
                .filter(key -> contains(proofs, of(key, CONNECTING)))
                .findFirst();
    }

    byte[] ofAccepting(byte[] key) {
        return of(key, ACCEPTING);
    }

    /** Whether the proof was made with one of the keys. */
    boolean isOfAccepting(List<byte[]> keys, byte[] proof) {
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(proof, of(key, ACCEPTING)));
    }

    /** Looks at all of them, so that the time it takes says nothing. */
    private static boolean contains(byte[] proofs, byte[] wanted) {
        boolean found = false;
        for (int at = 0; at + LENGTH <= proofs.length; at += LENGTH) {
            found |= MessageDigest.isEqual(wanted, Arrays.copyOfRange(proofs, at, at + LENGTH));
        }
        return found;
    }

    private byte[] of(byte[] key, byte role) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(role);
            mac.update(helloOfConnecting);
            mac.update(helloOfAccepting);
            return mac.doFinal(cluster.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do " + ALGORITHM, e);
        }
    }
}
