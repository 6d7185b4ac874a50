package org.remora.session.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.GoldenBytes;
import org.remora.cluster.ClusterKeys;
import org.remora.config.ClusterSecret;
import org.remora.session.SessionKey;

/** What was sealed once can be opened today: sealed attributes rest in the grid while servers get another version. */
class SealGoldenTest {

    private static final byte[] SHORT = "value".getBytes(UTF_8);
    private static final byte[] LONG =
            "a cart with fish and fish and fish ".repeat(40).getBytes(UTF_8);

    private final GoldenBytes golden = GoldenBytes.beside(SealGoldenTest.class, "sealed.properties");
    private final SessionSeal seal = Seal.of(ClusterKeys.of(List.of(new ClusterSecret("a secret of the shop"))))
            .of(new SessionKey(0x0123456789abcdefL, 2));

    @Test
    void open_bytesThatAreKept_isTheValue() {
        assertThat(seal.open("cart", golden.of("short"))).isEqualTo(SHORT);
        assertThat(seal.open("cart", golden.of("compressed"))).isEqualTo(LONG);
    }

    @Test
    void seal_shortValue_theBytesThatAreKept() {
        golden.assertWritten("short", seal.seal("cart", SHORT));
    }
}
