package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.MemberAttributeConfig;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.remora.cluster.Agreement;
import org.remora.cluster.ClusterKeys;
import org.remora.config.RemoraSettings;

/**
 * Tells the other members what this one goes by, and reports who goes by something else.
 *
 * <p>Of the secrets only a fingerprint is told, from which they are no easier to guess than from the handshake.
 */
final class AgreementCheck {

    private static final String PREFIX = "remora.agreed.";
    private static final String SECRET = "remora.cluster.secret";
    private static final String PURPOSE = "remora agreement";
    private static final int FINGERPRINT_BYTES = 8;

    private final Agreement own;

    AgreementCheck(RemoraSettings settings, ClusterKeys keys) {
        Map<String, String> texts = new TreeMap<>(settings.agreed());
        texts.put(SECRET, fingerprint(keys.forPurpose(PURPOSE)));
        this.own = new Agreement(texts);
    }

    private static String fingerprint(List<byte[]> keys) {
        return keys.stream()
                .map(key -> HexFormat.of().formatHex(key, 0, FINGERPRINT_BYTES))
                .collect(Collectors.joining(","));
    }

    /** What the others find at this node's member. */
    void writeTo(MemberAttributeConfig attributes) {
        own.texts().forEach((key, text) -> attributes.setAttribute(PREFIX + key, text));
    }

    /** Where a member differs. */
    List<Agreement.Difference> differencesTo(Member member) {
        return own.differencesTo(of(member));
    }

    /** Whether the values of a key are fingerprints, which say nothing to people. */
    static boolean isSecret(String key) {
        return key.equals(SECRET);
    }

    /** Reports where a member differs. */
    void compareWith(Member member, String node) {
        for (Agreement.Difference each : differencesTo(member)) {
            if (isSecret(each.key())) {
                NodeLog.secretsDiffer(node);
            } else {
                NodeLog.settingsDiffer(each.key(), each.mine(), node, each.theirs());
            }
        }
    }

    private static Agreement of(Member member) {
        Map<String, String> texts = new TreeMap<>();
        member.getAttributes().forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                texts.put(name.substring(PREFIX.length()), text);
            }
        });
        return new Agreement(texts);
    }
}
