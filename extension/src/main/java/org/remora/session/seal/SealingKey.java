package org.remora.session.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.remora.session.SessionKey;

/** One of the cluster's keys, from which every session gets its own (HMAC-SHA256). */
final class SealingKey {

    private static final String DERIVING = "HmacSHA256";
    private static final byte ENCRYPTION = 1;
    private static final byte NONCES = 2;

    private final SecretKeySpec root;
    private final byte mark;

    SealingKey(byte[] root) {
        this.root = new SecretKeySpec(root, DERIVING);
        this.mark = hash(this.root, "mark".getBytes(UTF_8))[0];
    }

    /** By which a key is found again; two may have the same. */
    byte mark() {
        return mark;
    }

    /** What the session's attributes are encrypted with. */
    SecretKey of(SessionKey session) {
        return new SecretKeySpec(derived(session, ENCRYPTION), "AES");
    }

    /**
     * A nonce that another content of the session does not get, and the same content gets on every node: so what
     * several nodes put back is one and the same.
     */
    byte[] nonce(SessionKey session, String name, byte[] content, int length) {
        byte[] nameBytes = name.getBytes(UTF_8);
        byte[] text = ByteBuffer.allocate(Integer.BYTES + nameBytes.length + content.length)
                .putInt(nameBytes.length)
                .put(nameBytes)
                .put(content)
                .array();
        return Arrays.copyOf(hash(new SecretKeySpec(derived(session, NONCES), DERIVING), text), length);
    }

    private byte[] derived(SessionKey session, byte purpose) {
        byte[] name = ByteBuffer.allocate(1 + 2 * Long.BYTES)
                .put(purpose)
                .putLong(session.high())
                .putLong(session.low())
                .array();
        return hash(root, name);
    }

    private static byte[] hash(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(DERIVING);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do " + DERIVING, e);
        }
    }
}
