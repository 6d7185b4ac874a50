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
    private static final String PURPOSE = "remora mdns announcement\n";
    private static final int BYTES = 16;

    private final List<byte[]> secrets;

    /** Makes codes with the first secret and accepts those of all; without a secret there are no codes. */
    AnnouncementCode(List<byte[]> secrets) {
        this.secrets = secrets.stream().map(byte[]::clone).toList();
    }

    boolean isUsed() {
        return !secrets.isEmpty();
    }

    Optional<String> of(Announcement announcement) {
        return secrets.stream().findFirst().map(secret -> code(announcement, secret));
    }

    /** Whether the code is right; without a secret, whether there is none. */
    boolean accepts(Announcement announcement, Optional<String> code) {
        if (secrets.isEmpty() || code.isEmpty()) {
            return secrets.isEmpty() && code.isEmpty();
        }
        byte[] given = code.get().getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .anyMatch(secret ->
                        MessageDigest.isEqual(given, code(announcement, secret).getBytes(StandardCharsets.UTF_8)));
    }

    private static String code(Announcement announcement, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            String said = PURPOSE + announcement.instance() + "\n"
                    + String.join("\n", announcement.texts().values());
            byte[] whole = mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
