package org.remora.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.remora.config.ClusterSecret;

/**
 * The keys that are made of a cluster's secrets, the same on all nodes.
 *
 * <p>Each secret is stretched (PBKDF2, RFC 8018) so that guessing one costs something; from the result comes a key for
 * each purpose (HMAC-SHA256 of its name), so that nothing made with one says anything about another. Immutable; may be
 * used from any thread.
 */
public final class ClusterKeys {

    /** The keys of a cluster that has no secret: none. */
    public static final ClusterKeys NONE = new ClusterKeys(List.of());

    private static final String STRETCHING = "PBKDF2WithHmacSHA256";
    private static final String DERIVING = "HmacSHA256";
    private static final byte[] SALT = "remora cluster secret".getBytes(UTF_8);
    private static final int ROUNDS = 100_000;
    private static final int BITS = 256;

    private final List<byte[]> roots;

    private ClusterKeys(List<byte[]> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * Makes the keys, which is made to take long.
     *
     * @param secrets those of the cluster, the one in use first
     * @return the keys
     */
    public static ClusterKeys of(List<ClusterSecret> secrets) {
        return new ClusterKeys(secrets.stream().map(ClusterKeys::stretched).toList());
    }

    /**
     * Whether there is a key that only nodes of the cluster have.
     *
     * @return false if the cluster has no secret
     */
    public boolean areSecret() {
        return !roots.isEmpty();
    }

    /**
     * The keys for a purpose.
     *
     * @param purpose its name, which no other purpose has
     * @return a key of 32 bytes for each secret, the one in use first; empty without a secret
     */
    public List<byte[]> forPurpose(String purpose) {
        return roots.stream().map(root -> derived(root, purpose)).toList();
    }

    private static byte[] stretched(ClusterSecret secret) {
        try {
            PBEKeySpec spec = new PBEKeySpec(secret.text().toCharArray(), SALT, ROUNDS, BITS);
            return SecretKeyFactory.getInstance(STRETCHING).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do " + STRETCHING, e);
        }
    }

    private static byte[] derived(byte[] root, String purpose) {
        try {
            Mac mac = Mac.getInstance(DERIVING);
            mac.init(new SecretKeySpec(root, DERIVING));
            return mac.doFinal(purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do " + DERIVING, e);
        }
    }
}
