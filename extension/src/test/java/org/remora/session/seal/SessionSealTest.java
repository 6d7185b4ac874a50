package org.remora.session.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.cluster.ClusterKeys;
import org.remora.session.SessionKey;

class SessionSealTest {

    private static final Seal SEAL = SealedSessionStoreTest.seal("the secret of the shop");
    private static final SessionKey SESSION = new SessionKey(1, 2);

    private final SessionSeal seal = SEAL.of(SESSION);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 512, 513, 10_000, 1_000_000})
    void open_whatWasSealed_isTheValue(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        noise[0] = 1;
        byte[] same = new byte[size];
        Arrays.fill(same, (byte) 'x');

        assertThat(seal.open("a", seal.seal("a", noise))).isEqualTo(noise);
        assertThat(seal.open("a", seal.seal("a", same))).isEqualTo(same);
    }

    @Test
    void seal_valueThatRepeatsItself_isSmaller() {
        byte[] value = "a cart with fish and fish and fish ".repeat(100).getBytes(UTF_8);

        assertThat(seal.seal("a", value)).hasSizeLessThan(value.length / 4);
    }

    @Test
    void seal_smallOrRandomValue_isAFewBytesLonger() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        noise[0] = 1;

        assertThat(seal.seal("a", noise)).hasSize(noise.length + 31);
        assertThat(seal.seal("a", new byte[] {1})).hasSize(32);
    }

    @Test
    void open_anyBitTurned_notTheValue() {
        byte[] sealed = seal.seal("a", "value".getBytes(UTF_8));
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] turned = sealed.clone();
            turned[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThat(seal.open("a", turned))
                    .isNotEqualTo("value".getBytes(UTF_8))
                    .startsWith((byte) 25);
        }
    }

    @Test
    void open_cutOff_notTheValue() {
        byte[] sealed = seal.seal("a", "value".getBytes(UTF_8));
        for (int length = 1; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);

            assertThat(seal.open("a", cut)).isEqualTo(cut);
        }
    }

    @Test
    void open_ofAnotherSessionOrName_notTheValue() {
        byte[] sealed = seal.seal("a", "value".getBytes(UTF_8));

        assertThat(seal.open("b", sealed)).isEqualTo(sealed);
        assertThat(SEAL.of(new SessionKey(1, 3)).open("a", sealed)).isEqualTo(sealed);
        assertThat(SEAL.of(SESSION).open("a", sealed)).isEqualTo("value".getBytes(UTF_8));
    }

    @Test
    void seal_withoutASecret_isRefused() {
        assertThatThrownBy(() -> Seal.of(ClusterKeys.NONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
