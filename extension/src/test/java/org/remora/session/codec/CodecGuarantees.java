package org.remora.session.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every codec of an application's attributes guarantees, sentence by sentence. */
interface CodecGuarantees {

    /** The codec that is tested, with the built-in one behind it. */
    AttributeCodec codec();

    static Stream<Object> values() {
        return Stream.of(
                "text",
                5,
                LocalDate.EPOCH,
                new UUID(1, 2),
                new BigDecimal("1.50"),
                new byte[] {1},
                new ArrayList<>(List.of("a", 1)),
                new HashMap<>(Map.of("a", 1)),
                List.of("a"),
                new Article("fish"));
    }

    @ParameterizedTest
    @MethodSource("values")
    default void decode_whatWasEncoded_equalInContent(Object value) throws Exception {
        assertThat(codec().decode(codec().encode(value))).isEqualTo(value).hasSameClassAs(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    default void encode_valueThatDidNotChange_theSameBytes(Object value) throws Exception {
        assertThat(codec().encode(value)).isEqualTo(codec().encode(value)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("values")
    default void encodeAgain_valueThatDidNotChange_theSameArray(Object value) throws Exception {
        byte[] before = codec().encode(value);

        assertThat(codec().encodeAgain(value, before)).isSameAs(before);
        assertThat(codec().encodeAgain(value, new byte[] {99})).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("values")
    default void encode_twice_arraysOfTheCaller(Object value) throws Exception {
        byte[] bytes = codec().encode(value);
        Arrays.fill(bytes, (byte) 0);

        assertThat(codec().decode(codec().encode(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    default void decode_bytesCutOff_unreadableOrShorter(Object value) throws Exception {
        byte[] bytes = codec().encode(value);
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            try {
                assertThat(codec().decode(part)).isNotNull();
            } catch (UnreadableAttributeException expected) {
                assertThat(expected).hasMessageNotContaining("fish");
            }
        }
    }

    @Test
    default void encode_valueThatNobodyCanStore_refusedWithItsClass() {
        assertThatThrownBy(() -> codec().encode(new Object()))
                .isInstanceOf(NotStorableException.class)
                .hasMessageContaining("java.lang.Object");
    }
}
