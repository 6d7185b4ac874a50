package org.remora.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remora.cluster.Agreement.Difference;

class AgreementTest {

    @Test
    void differencesTo_sameTexts_none() {
        assertThat(agreement(Map.of("a", "1", "b", "2")).differencesTo(agreement(Map.of("b", "2", "a", "1"))))
                .isEmpty();
    }

    @Test
    void differencesTo_otherTexts_eachWithBothValues() {
        assertThat(agreement(Map.of("a", "1", "b", "2", "c", "3"))
                        .differencesTo(agreement(Map.of("a", "0", "b", "2", "c", "4"))))
                .containsExactly(new Difference("a", "1", "0"), new Difference("c", "3", "4"));
    }

    /** The other node has another version, which does not know of the key. */
    @Test
    void differencesTo_keyOnOneSideOnly_isNone() {
        assertThat(agreement(Map.of("a", "1", "c", "3")).differencesTo(agreement(Map.of("b", "2", "c", "4"))))
                .containsExactly(new Difference("c", "3", "4"));
    }

    private static Agreement agreement(Map<String, String> texts) {
        return new Agreement(texts);
    }
}
