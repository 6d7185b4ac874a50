package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.cluster.Figures;

/** Numbers that come from others may be anything. */
class FiguresFormTest {

    private static final byte[] BYTES = FiguresForm.bytes(List.of(new Figures("kind", "subject", List.of(1L, 2L))));

    @Test
    void read_cutOff_isRefused() {
        for (int length = 0; length < BYTES.length; length++) {
            byte[] cut = Arrays.copyOf(BYTES, length);
            assertThatThrownBy(() -> FiguresForm.read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void read_formOfALaterVersion_isNamed() {
        byte[] later = BYTES.clone();
        later[0] = 2;

        assertThatThrownBy(() -> FiguresForm.read(later))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("form 2");
    }

    @Test
    void read_moreAtTheEnd_isPassedOver() throws IOException {
        assertThat(FiguresForm.read(Arrays.copyOf(BYTES, BYTES.length + 10))).hasSize(1);
    }
}
