package org.remora.session.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.remora.session.SessionKey;

/** One of the cluster's keys, from which every session gets its own (HMAC-SHA256). */
final class SealingKey {

    private static final String DERIVING = "HmacSHA256";

    private final SecretKeySpec root;
    private final byte mark;

    SealingKey(byte[] root) {
        this.root = new SecretKeySpec(root, DERIVING);
        this.mark = hash("mark".getBytes(UTF_8))[0];
    }

    /** By which a key is found again; two may have the same. */
    byte mark() {
        return mark;
    }

    SecretKey of(SessionKey session) {
        byte[] name = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(session.high())
                .putLong(session.low())
                .array();
        return new SecretKeySpec(hash(name), "AES");
    }

    private byte[] hash(byte[] text) {
        try {
            Mac mac = Mac.getInstance(DERIVING);
            mac.init(root);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do " + DERIVING, e);
        }
    }
}
