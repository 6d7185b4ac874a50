package org.remora.discovery.mdns;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that an announcement was made by somebody who knows the cluster's secret.
 *
 * <p>It does not prove that the announcement is new: whoever repeats an old one leads nodes to where one of theirs once
 * was. Who is met there has to prove the knowledge of the secret again.
 */
final class AnnouncementCode {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final List<byte[]> keys;

    /** Makes codes with the first key and accepts those of all; without a key there are no codes. */
    AnnouncementCode(List<byte[]> keys) {
        this.keys = keys.stream().map(byte[]::clone).toList();
    }

    boolean isUsed() {
        return !keys.isEmpty();
    }

    Optional<String> of(Announcement announcement) {
        return keys.stream().findFirst().map(key -> code(announcement, key));
    }

    /** Whether the code is right; without a key, whether there is none. */
    boolean accepts(Announcement announcement, Optional<String> code) {
        if (keys.isEmpty() || code.isEmpty()) {
            return keys.isEmpty() && code.isEmpty();
        }
        byte[] given = code.get().getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .anyMatch(key ->
                        MessageDigest.isEqual(given, code(announcement, key).getBytes(StandardCharsets.UTF_8)));
    }

    private static String code(Announcement announcement, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String said = announcement.instance() + "\n"
                    + String.join("\n", announcement.texts().values());
            byte[] whole = mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
