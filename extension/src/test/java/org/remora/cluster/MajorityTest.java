package org.remora.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorityTest {

    private static final List<String> ALL = List.of("a", "b", "c", "d", "e", "f");

    private final AtomicLong nanos = new AtomicLong();
    private final Majority majority = new Majority(Duration.ofSeconds(60), nanos::get);

    @ParameterizedTest
    @CsvSource({"1, 0, false", "2, 1, false", "3, 1, false", "3, 2, true", "4, 2, false", "4, 3, true", "6, 4, true"})
    void see_nodesDisappear_aMajorityIsMissingIfMoreThanHalf(int before, int gone, boolean isMissing) {
        see(ALL.subList(0, before));

        see(ALL.subList(0, before - gone));

        assertThat(majority.isMissing()).isEqualTo(isMissing);
    }

    @Test
    void see_nodesThatHandedTheirDataOverBeforeTheyLeft_areNotMissed() {
        see(List.of("a", "b", "c"));
        majority.see(List.of("a", "b", "c"), List.of("a", "b"));
        majority.see(List.of("a", "b"), List.of("a"));

        see(List.of("a"));

        assertThat(majority.isMissing()).isFalse();
    }

    @Test
    void see_theMissingStayAway_areForgottenAfterAWhile() {
        see(List.of("a", "b", "c"));
        see(List.of("a"));
        turn(59);
        assertThat(majority.isMissing()).isTrue();

        turn(2);

        assertThat(majority.isMissing()).isFalse();
    }

    @Test
    void see_oneAfterTheOtherDisappearsWithinTheTime_isTheSameAsAllAtOnce() {
        see(List.of("a", "b", "c"));
        turn(10);
        see(List.of("a", "b"));
        turn(10);

        see(List.of("a"));

        assertThat(majority.isMissing()).isTrue();
    }

    @Test
    void see_theyComeBack_nobodyIsMissing() {
        see(List.of("a", "b", "c"));
        see(List.of("a"));

        see(List.of("a", "b"));

        assertThat(majority.isMissing()).isFalse();
    }

    private void see(List<String> nodes) {
        majority.see(nodes, nodes);
    }

    private void turn(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
