package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfacePatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "255.255.255.255",
                "10.1.*.*",
                "*.*.*.*",
                "10.1.0.4-20",
                "10.0-3.*.1",
                "::1",
                "fd00::4",
                "fd00::*",
                "fe80::1%eth0",
                "fd00:0:0:0:*:0:0:10-ff",
                "1:2:3:4:5:6:7:8"
            })
    void interfacePattern_addressOrPattern_isAccepted(String text) {
        assertThat(InterfacePattern.interfacePattern().read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "eth0",
                "*",
                "10.1",
                "10.1.0.256",
                "10.1.0.4-",
                "10.1.0.4-256",
                "10.1.0.-4",
                "10.1.1*.1",
                "10.1.0.4,10.1.0.5",
                "10.1.0.0/16",
                "010.1.0.4",
                "fd00::4*",
                "fd00::g",
                "[::1]",
                "1:2:3",
                ":-ff:1::",
                "::*-f"
            })
    void interfacePattern_anythingElse_isRefused(String text) {
        assertThatThrownBy(() -> InterfacePattern.interfacePattern().read(text))
                .isInstanceOf(RefusedTextException.class)
                .hasMessage("must be an IP address, or a pattern of one like 10.1.*.* or 10.1.0.4-20");
    }
}
