package org.remora.hazelcast.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Complaints complaints = new Complaints(100, now::get);

    @Test
    void mayName_again_onlyAfterAMinute() {
        assertThat(complaints.mayName("10.0.0.1")).isTrue();
        now.set(START.plus(MINUTE).minusMillis(1));
        assertThat(complaints.mayName("10.0.0.1")).isFalse();
        assertThat(complaints.mayName("10.0.0.2")).isTrue();

        now.set(START.plus(MINUTE));
        assertThat(complaints.mayName("10.0.0.1")).isTrue();
    }

    @Test
    void mayName_veryManyAddresses_aBoundedNumberAMinute() {
        assertThat(IntStream.range(0, 100_000).filter(each -> complaints.mayName("fd00::" + each)))
                .hasSize(100);
    }
}
