package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PulseTest {

    private static final Duration PAUSE = Duration.ofMillis(10);

    @ParameterizedTest
    @MethodSource("failures")
    void every_taskFailsInWhateverWay_isRepeated(Throwable failure) {
        AtomicInteger runs = new AtomicInteger();

        List<Throwable> reported = new CopyOnWriteArrayList<>();
        Pulse pulse = new Pulse("test", reported::add);

        Runnable unused = pulse.every(PAUSE, () -> {
            runs.incrementAndGet();
            PulseTest.<RuntimeException>undeclared(failure);
        });

        await().until(() -> runs.get() > 2);
        pulse.end();
        assertThat(reported).isNotEmpty().containsOnly(failure);
    }

    private static List<Throwable> failures() {
        return List.of(new IllegalStateException(), new IOException(), new LinkageError());
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void undeclared(Throwable failure) throws E {
        throw (E) failure;
    }
}
