package org.remora.session.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Usual values go in and come out, through the filter. */
class UsualValuesTest {

    private final StandardCodec codec = Codecs.standard();

    static Stream<Arguments> values() throws Exception {
        return UsualValues.all().map(value -> Arguments.of(value.getClass().getSimpleName(), value));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void decode_usualValue_equalInContent(String type, Object value) throws Exception {
        Object readBack = codec.decode(codec.encode(value));

        assertThat(isEqual(readBack, value) || Arrays.equals(codec.encode(readBack), codec.encode(value)))
                .as("%s came back as %s", value, readBack)
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void encode_valueThatDidNotChange_theSameBytes(String type, Object value) throws Exception {
        byte[] first = codec.encode(value);

        assertThat(codec.encode(value)).isEqualTo(first);
    }

    /** Some classes choose other capacities when they are read; then the bytes may differ once. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void encode_valueThatWasDecodedTwice_theBytesItCameFrom(String type, Object value) throws Exception {
        byte[] stored = codec.encode(codec.decode(codec.encode(value)));

        assertThat(codec.encode(codec.decode(stored))).isEqualTo(stored);
    }

    private static boolean isEqual(Object one, Object other) {
        return Objects.deepEquals(one, other);
    }
}
