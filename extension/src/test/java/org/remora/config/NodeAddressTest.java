package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAddressTest {

    @ParameterizedTest
    @CsvSource({
        "shop, shop,",
        "shop:5701, shop, 5701",
        "node-1.example.org:1, node-1.example.org, 1",
        "node_1.example.org.:65535, node_1.example.org., 65535",
        "3com.example, 3com.example,",
        "10.1.0.4, 10.1.0.4,",
        "10.1.0.4:5701, 10.1.0.4, 5701",
        "::1, ::1,",
        "fd00::4, fd00::4,",
        "fe80::1%eth0, fe80::1%eth0,",
        "[fd00::4], fd00::4,",
        "[fd00::4]:5701, fd00::4, 5701",
        "[fe80::1%eth0]:5701, fe80::1%eth0, 5701",
        "::ffff:10.1.0.4, ::ffff:10.1.0.4,",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8,"
    })
    void parse_hostWithOrWithoutPort_findsBoth(String text, String host, Integer port) {
        OptionalInt expected = port == null ? OptionalInt.empty() : OptionalInt.of(port);

        assertThat(NodeAddress.parse(text)).isEqualTo(new NodeAddress(host, expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                ":5701",
                "a:",
                "a:0",
                "a:65536",
                "a:99999",
                "a:5701x",
                "a:-1",
                "a b",
                "a:1:2",
                "a/b",
                "http://a",
                "-a",
                "a-",
                "a..b",
                ".a",
                "256.1.1.1",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "[",
                "[]",
                "[::1",
                "::1]",
                "[::1]5701",
                "[::1]:",
                "[::1]:0",
                "[a]:5701",
                "[10.1.0.4]:5701",
                ":::",
                "1::2::3",
                "::g",
                "1:2:3:4:5:6:7",
                "caf\u00e9",
                "[::1]:5701:1"
            })
    void parse_anythingElse_isRefusedWithARemedy(String text) {
        assertThatThrownBy(() -> NodeAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be host, host:port, IP address, IPv4:port or [IPv6]:port");
    }

    @Test
    void parse_hostNameTooLong_isRefused() {
        String label = "a".repeat(63);

        assertThat(NodeAddress.parse(label).host()).isEqualTo(label);
        assertThatThrownBy(() -> NodeAddress.parse(label + "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NodeAddress.parse(String.join(".", label, label, label, label)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parse_whatToStringWrote_givesTheSameAgain() {
        Random random = new Random(20240301);
        for (int i = 0; i < 2_000; i++) {
            NodeAddress address = new NodeAddress(host(random), port(random));

            assertThat(NodeAddress.parse(address.toString())).isEqualTo(address);
        }
    }

    @Test
    void parse_anyNoise_isReadOrRefusedButNeverBreaks() {
        Random random = new Random(20240302);
        String alphabet = "a1.:[]%-_ 05701";
        for (int i = 0; i < 20_000; i++) {
            String noise = random.ints(random.nextInt(12), 0, alphabet.length())
                    .mapToObj(alphabet::charAt)
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .toString();
            try {
                NodeAddress address = NodeAddress.parse(noise);
                assertThat(NodeAddress.parse(address.toString())).isEqualTo(address);
            } catch (IllegalArgumentException e) {
                assertThat(e).as(noise).hasMessageStartingWith("must be host, ");
            }
        }
    }

    @Test
    void address_madeOfBadParts_isRefused() {
        assertThatThrownBy(() -> new NodeAddress("a b", OptionalInt.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NodeAddress("a", OptionalInt.of(0))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String host(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "node-" + random.nextInt(100) + ".example.org";
            case 1 -> random.nextInt(256) + "." + random.nextInt(256) + ".0." + random.nextInt(256);
            default -> "fd00::" + Integer.toHexString(random.nextInt(0x10000));
        };
    }

    private static OptionalInt port(Random random) {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(65535));
    }
}
