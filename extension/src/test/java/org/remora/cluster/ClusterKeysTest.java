package org.remora.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.config.ClusterSecret;

class ClusterKeysTest {

    private static final ClusterSecret SECRET = new ClusterSecret("the secret of the shop");
    private static final ClusterSecret OTHER = new ClusterSecret("the secret of the Shop");

    @Test
    void forPurpose_sameSecretOnAnotherNode_sameKey() {
        assertThat(key(SECRET, "a")).isEqualTo(key(SECRET, "a")).hasSize(32);
    }

    @Test
    void forPurpose_otherPurposeOrSecret_otherKey() {
        assertThat(key(SECRET, "a")).isNotEqualTo(key(SECRET, "b")).isNotEqualTo(key(OTHER, "a"));
    }

    @Test
    void forPurpose_severalSecrets_oneKeyForEachInTheirOrder() {
        assertThat(ClusterKeys.of(List.of(SECRET, OTHER)).forPurpose("a"))
                .containsExactly(key(SECRET, "a"), key(OTHER, "a"));
    }

    @Test
    void forPurpose_key_isNotTheSecretItself() {
        assertThat(new String(key(SECRET, "a"), UTF_8)).doesNotContain("secret");
    }

    @Test
    void none_hasNoKeys() {
        assertThat(ClusterKeys.NONE.areSecret()).isFalse();
        assertThat(ClusterKeys.of(List.of()).forPurpose("a")).isEmpty();
        assertThat(ClusterKeys.of(List.of(SECRET)).areSecret()).isTrue();
    }

    private static byte[] key(ClusterSecret secret, String purpose) {
        return ClusterKeys.of(List.of(secret)).forPurpose(purpose).get(0);
    }
}
