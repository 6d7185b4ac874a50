package org.remora.session.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of attributes come back as they were, whatever is in them. */
class NameFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "l\u00e4den\u2602", "\uD834\uDD1E", "\uD7FF\uE000", "a\uFFFDb"})
    void bytes_usualName_areUtf8(String name) {
        assertThat(NameForm.bytes(name)).isEqualTo(name.getBytes(UTF_8));
        assertThat(NameForm.name(name.getBytes(UTF_8))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD834", "\uDD1E", "a\uD834b", "\uDD1E\uD834", "\uD834\uD834\uDD1E!", "\uD834\uD834"})
    void bytes_surrogateThatStandsAlone_comesBack(String name) {
        assertThat(NameForm.name(NameForm.bytes(name))).isEqualTo(name);
        assertThat(NameForm.bytes(name)).isNotEqualTo(name.getBytes(UTF_8));
    }

    @Test
    void bytes_anyCharacters_comeBack() {
        Random random = new Random(20240303);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder name = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                name.append((char) (random.nextBoolean() ? 0xD700 + random.nextInt(0x1000) : random.nextInt(0x10000)));
            }
            assertThat(NameForm.name(NameForm.bytes(name.toString()))).isEqualTo(name.toString());
        }
    }
}
