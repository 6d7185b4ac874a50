package org.remora.session.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.remora.cluster.ClusterKeys;
import org.remora.config.ClusterSecret;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.StandardCodec;
import org.remora.session.codec.UnreadableAttributeException;

/** What belongs to no session is as secret as what does. */
class SealedCodecTest {

    private static final String KEY = "account 4711 of somebody";

    private final AttributeCodec plain = new StandardCodec(SealedCodecTest.class.getClassLoader(), Optional.empty());

    private AttributeCodec codec(String secret, String application, String purpose) {
        Seal seal = Seal.of(ClusterKeys.of(List.of(new ClusterSecret(secret))));
        return new SealedCodec(plain, seal, application, purpose);
    }

    @Test
    void encode_value_isReadByTheSameApplicationWithTheSameSecretOnly() throws Exception {
        byte[] sealed = codec("a secret of the cluster", "server/shop", "keys").encode(KEY);

        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("4711");
        assertThat(codec("a secret of the cluster", "server/shop", "keys").decode(sealed))
                .isEqualTo(KEY);
        for (AttributeCodec other : List.of(
                codec("another secret as long", "server/shop", "keys"),
                codec("a secret of the cluster", "server/other", "keys"),
                codec("a secret of the cluster", "server/shop", "values"))) {
            assertThatExceptionOfType(UnreadableAttributeException.class).isThrownBy(() -> other.decode(sealed));
        }
    }

    @Test
    void decode_bytesThatAreNotSealed_isRefused() throws Exception {
        byte[] unsealed = plain.encode(KEY);

        assertThatExceptionOfType(UnreadableAttributeException.class)
                .isThrownBy(() ->
                        codec("a secret of the cluster", "server/shop", "keys").decode(unsealed));
    }
}
