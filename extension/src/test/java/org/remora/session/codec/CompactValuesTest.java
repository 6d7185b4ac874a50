package org.remora.session.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
                Arguments.of(new byte[] {1, -1}, "0801ff"),
                Arguments.of('\u2602', "0a2602"),
                Arguments.of((byte) -2, "0bfe"),
                Arguments.of((short) 258, "0c0102"),
                Arguments.of(1.5f, "0d3fc00000"),
                Arguments.of(BigInteger.valueOf(-256), "0e02ff00"),
                Arguments.of(new BigDecimal("1.50"), "0f00000002020096"),
                Arguments.of(new UUID(1, -2), "100000000000000001fffffffffffffffe"),
                Arguments.of(Instant.ofEpochSecond(-1, 5), "11ffffffffffffffff00000005"),
                Arguments.of(Duration.ofSeconds(3, 7), "12000000000000000300000007"),
                Arguments.of(LocalDate.EPOCH.plusDays(1), "130000000000000001"),
                Arguments.of(LocalTime.of(0, 0, 0, 9), "140000000000000009"),
                Arguments.of(LocalDate.EPOCH.atTime(0, 0, 0, 1), "1500000000000000000000000000000001"),
                Arguments.of(new ArrayList<>(), "1600"),
                Arguments.of(
                        new ArrayList<>(Arrays.asList("ab", null, 1, true)),
                        "1604" + "01026162" + "09" + "0300000001" + "06"),
                Arguments.of(new ArrayList<>(List.of("\u2602")), "1601" + "02012602"),
                Arguments.of(new ArrayList<>(List.of(new ArrayList<>(List.of((byte) 1)))), "1601" + "1601" + "0b01"),
                Arguments.of(new HashMap<>(), "1700"),
                Arguments.of(new HashMap<>(Map.of("a", 1L)), "1701" + "010161" + "040000000000000001"));
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
    @ValueSource(
            strings = {
                "09",
                "18",
                "1601",
                "1601ff",
                "16ffffffff0f",
                "17010101",
                "0e01",
                "13007fffffffffffff",
                "147fffffffffffffff",
                "16010161ff",
                "0b0101",
                "7f",
                "ff",
                "",
                "03",
                "030000",
                "0400",
                "0500000000",
                "00",
                "00aced"
            })
    void decode_bytesThatNobodyEncoded_unreadable(String hex) {
        assertThatThrownBy(() -> codec.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(UnreadableAttributeException.class);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void decode_shortForm_anObjectOfTheSameClass(Object value, String hex) throws UnreadableAttributeException {
        assertThat(codec.decode(HexFormat.of().parseHex(hex))).hasSameClassAs(value);
    }

    @Test
    void decode_listOfACollection_canBeChanged() throws Exception {
        Object read = codec.decode(codec.encode(new ArrayList<>(List.of("a"))));

        assertThat(read).isInstanceOf(ArrayList.class);
        added((List<?>) read, "b");
        assertThat(codec.encode(read)).isEqualTo(codec.encode(new ArrayList<>(List.of("a", "b"))));
    }

    @SuppressWarnings("unchecked") // the tests put nothing else there
    private static void added(List<?> list, Object element) {
        ((List<Object>) list).add(element);
    }

    @Test
    void encode_listThatHoldsAnObjectTwice_comesBackWithOneObject() throws Exception {
        ArrayList<Object> inner = new ArrayList<>();

        List<?> read = (List<?>) codec.decode(codec.encode(new ArrayList<>(List.of(inner, inner))));

        assertThat(read.get(0)).isSameAs(read.get(1));
    }

    /** Their classes would not come back, or not as they were. */
    @Test
    void encode_whatHasNoShortForm_isJavaSerialization() throws Exception {
        for (Object value : List.of(
                new LinkedHashMap<>(Map.of("a", 1)),
                List.of(1),
                Map.of("a", 1),
                new ArrayList<>(List.of(new Article("fish"))))) {
            byte[] encoded = codec.encode(value);
            assertThat(encoded[0]).isEqualTo(ValueTag.JAVA_SERIALIZATION);
            assertThat(codec.decode(encoded)).isEqualTo(value).hasSameClassAs(value);
        }
    }

    @Test
    void encodeAgain_valueThatDidNotChange_theSameArray() throws Exception {
        for (Object value : List.of("a", new ArrayList<>(List.of(1, "b")), new Article("fish"), new byte[] {1})) {
            byte[] before = codec.encode(value);
            assertThat(codec.encodeAgain(value, before)).isSameAs(before);
            assertThat(codec.encodeAgain(value, new byte[] {1, 2})).isEqualTo(before);
            assertThat(codec.encodeAgain(value, Arrays.copyOf(before, before.length + 1)))
                    .isEqualTo(before);
            assertThat(codec.encodeAgain(value, Arrays.copyOf(before, before.length - 1)))
                    .isEqualTo(before);
        }
    }
}
