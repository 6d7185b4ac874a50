package org.remora.arquillian.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The checker finds what it is there for. */
class HistoryTest {

    private final History history = new History();

    @Test
    void complaint_lastOfTwo_none() {
        write("1", 10, 20, true);
        write("2", 30, 40, true);

        assertThat(history.complaint("a", Optional.of("2"))).isEmpty();
    }

    @Test
    void complaint_firstOfTwo_theSecondIsLost() {
        write("1", 10, 20, true);
        write("2", 30, 40, true);

        assertThat(history.complaint("a", Optional.of("1"))).get().asString().contains("lost to an earlier one");
    }

    @Test
    void complaint_eitherOfTwoAtATime_none() {
        write("1", 10, 30, true);
        write("2", 20, 40, true);

        assertThat(history.complaint("a", Optional.of("1"))).isEmpty();
        assertThat(history.complaint("a", Optional.of("2"))).isEmpty();
    }

    @Test
    void complaint_unacknowledged_mayBeDoneLaterOrNever() {
        write("1", 10, 20, false);
        write("2", 30, 40, true);

        assertThat(history.complaint("a", Optional.of("1"))).isEmpty();
        assertThat(history.complaint("a", Optional.of("2"))).isEmpty();
    }

    @Test
    void complaint_nothingThere_anAcknowledgedOneIsMissing() {
        write("1", 10, 20, false);
        assertThat(history.complaint("a", Optional.empty())).isEmpty();

        write("2", 30, 40, true);
        assertThat(history.complaint("a", Optional.empty())).get().asString().contains("missing");
    }

    @Test
    void complaint_somethingElseThere_nobodyWroteIt() {
        write("1", 10, 20, true);

        assertThat(history.complaint("a", Optional.of("7"))).get().asString().contains("nobody wrote");
    }

    private void write(String value, long beginNanos, long endNanos, boolean acknowledged) {
        history.add(new Write("a", value, beginNanos, endNanos, acknowledged));
    }
}
