package org.remora.session.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.remora.session.SessionKey;
import org.remora.session.codec.StandardCodec;

/**
 * Seals and opens the attributes of one session: AES-256-GCM, bound to the session by its key and to the attribute's
 * name as additional data.
 *
 * <p>Sealed bytes are {@link StandardCodec#SEALED}, the mark of the key, the nonce, and what the cipher made of the
 * {@link Packing packed} value.
 */
final class SessionSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 2 + NONCE_BYTES;
    private static final int FEWEST_BYTES = HEAD_BYTES + 1 + TAG_BITS / Byte.SIZE;

    private final List<SealingKey> keys;
    private final SessionKey session;

    SessionSeal(List<SealingKey> keys, SessionKey session) {
        this.keys = keys;
        this.session = session;
    }

    byte[] seal(String name, byte[] value) {
        if (isSealed(value)) {
            return value; // could not be opened here, and goes back as it was
        }
        byte[] packed = Packing.pack(value);
        SealingKey key = keys.get(0);
        byte[] nonce = key.nonce(session, name, packed, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.of(session), nonce, name);
            ByteBuffer sealed = ByteBuffer.allocate(HEAD_BYTES + cipher.getOutputSize(packed.length))
                    .put(StandardCodec.SEALED)
                    .put(key.mark())
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(packed), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do " + CIPHER, e);
        }
    }

    /**
     * Opens sealed bytes.
     *
     * @return the value; if they were not sealed with a key of this node for this session and name, bytes that no codec
     *     can read and that {@link #seal} gives back as they were
     */
    byte[] open(String name, byte[] sealed) {
        if (!isSealed(sealed)) {
            return unreadable(sealed);
        }
        return keys.stream()
                .filter(key -> sealed.length >= FEWEST_BYTES && key.mark() == sealed[1])
                .flatMap(key -> opened(key, name, sealed).stream())
                .findFirst()
                .orElse(sealed);
    }

    private Optional<byte[]> opened(SealingKey key, String name, byte[] sealed) {
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 2, nonce, 0, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key.of(session), nonce, name);
            return Packing.unpack(cipher.doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES));
        } catch (GeneralSecurityException notMadeWithThisKey) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(UTF_8));
        return cipher;
    }

    private static boolean isSealed(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == StandardCodec.SEALED;
    }

    /** Nobody without the secret may bring a value in. */
    private static byte[] unreadable(byte[] unsealed) {
        return ByteBuffer.allocate(1 + unsealed.length)
                .put(StandardCodec.SEALED)
                .put(unsealed)
                .array();
    }
}
