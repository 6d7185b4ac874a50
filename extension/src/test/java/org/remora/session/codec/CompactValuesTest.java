package org.remora.session.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short forms, which are the same in every version. */
class CompactValuesTest {

    private final StandardCodec codec = Codecs.standard();

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("", "01"),
                Arguments.of("abc", "01616263"),
                Arguments.of("\0\u00e4\u00ff", "0100e4ff"),
                Arguments.of("\u0100", "020100"),
                Arguments.of("a\u2602", "0200612602"),
                Arguments.of("\uD834\uDD1E", "02d834dd1e"),
                Arguments.of("\uD834", "02d834"),
                Arguments.of("\uDD1E!", "02dd1e0021"),
                Arguments.of(0, "0300000000"),
                Arguments.of(-2, "03fffffffe"),
                Arguments.of(Integer.MAX_VALUE, "037fffffff"),
                Arguments.of(Long.MIN_VALUE, "048000000000000000"),
                Arguments.of(1L, "040000000000000001"),
                Arguments.of(1.5, "053ff8000000000000"),
                Arguments.of(-0.0, "058000000000000000"),
                Arguments.of(Double.NaN, "057ff8000000000000"),
                Arguments.of(true, "06"),
                Arguments.of(false, "07"),
                Arguments.of(new byte[0], "08"),
                Arguments.of(new byte[] {1, -1}, "0801ff"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void encode_commonValue_itsShortForm(Object value, String hex) throws NotStorableException {
        assertThat(HexFormat.of().formatHex(codec.encode(value))).isEqualTo(hex);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void decode_shortForm_theValue(Object value, String hex) throws UnreadableAttributeException {
        assertThat(codec.decode(HexFormat.of().parseHex(hex))).isEqualTo(value);
    }

    @Test
    void encode_byteArray_isACopy() throws NotStorableException, UnreadableAttributeException {
        byte[] value = {1, 2};
        byte[] encoded = codec.encode(value);

        value[0] = 9;

        assertThat(codec.decode(encoded)).isEqualTo(new byte[] {1, 2});
        assertThat(codec.decode(encoded)).isNotSameAs(codec.decode(encoded));
    }

    @Test
    void encode_longText_oneByteForEachLatinCharacter() throws NotStorableException {
        assertThat(codec.encode("x".repeat(10_000))).hasSize(10_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09", "7f", "ff", "", "03", "030000", "0400", "0500000000", "00", "00aced"})
    void decode_bytesThatNobodyEncoded_unreadable(String hex) {
        assertThatThrownBy(() -> codec.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(UnreadableAttributeException.class);
    }
}
