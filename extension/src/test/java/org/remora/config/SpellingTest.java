package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"abc,abc,0", "abc,acb,1", "abc,ab,1", "abc,abcd,1", "abc,axc,1", "abc,'',3", "kitten,sitting,3"})
    void edits_ofTwoWords_areCounted(String from, String to, int edits) {
        assertThat(Spelling.edits(from, to)).isEqualTo(edits);
    }

    @Test
    void edits_ofAnyTwoWords_areADistance() {
        Random random = new Random(20240229);
        for (int i = 0; i < 2_000; i++) {
            String a = word(random);
            String b = word(random);
            int edits = Spelling.edits(a, b);

            assertThat(edits).as("%s to %s", a, b).isEqualTo(Spelling.edits(b, a));
            assertThat(edits)
                    .as("%s to %s", a, b)
                    .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
            assertThat(edits == 0).as("%s to %s", a, b).isEqualTo(a.equals(b));
        }
    }

    @Test
    void closest_nothingNear_isNothing() {
        assertThat(Spelling.closest("remora.x", List.of("remora.network.port"))).isEmpty();
    }

    @Test
    void closest_twoEquallyNear_isAlwaysTheSame() {
        assertThat(Spelling.closest("a.c", List.of("a.b", "a.a"))).contains("a.a");
    }

    @Test
    void closest_lastPartFitsSeveral_isNothing() {
        assertThat(Spelling.closest("remora.some.where.name", List.of("remora.cluster.name", "remora.node.name")))
                .isEmpty();
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(7), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
