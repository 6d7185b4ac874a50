package org.remora.boot;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HousekeepingTest {

    private static final Duration PAUSE = Duration.ofMillis(10);

    @ParameterizedTest
    @MethodSource("failures")
    void every_taskFailsInWhateverWay_isRepeated(Throwable failure) {
        AtomicInteger runs = new AtomicInteger();

        Runnable end = new Housekeeping("test").every(PAUSE, () -> {
            runs.incrementAndGet();
            HousekeepingTest.<RuntimeException>undeclared(failure);
        });

        await().until(() -> runs.get() > 2);
        end.run();
    }

    private static List<Throwable> failures() {
        return List.of(new IllegalStateException(), new IOException(), new LinkageError());
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void undeclared(Throwable failure) throws E {
        throw (E) failure;
    }
}
