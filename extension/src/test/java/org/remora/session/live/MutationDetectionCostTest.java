package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;

/** What it costs to find out that nothing has changed in a session of 10 KB, all of which was read. */
class MutationDetectionCostTest {

    private static final int ATTRIBUTES = 10;
    private static final int LINES = 12;
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 10_000;

    /** 60 µs are promised; a loaded machine, and a virtual machine that is not warm, get ten times as many. */
    private static final Duration WIDE_BOUND = Duration.ofNanos(600_000);

    private record Line(String article, int amount, long cents, String note) implements Serializable {}

    private record Order(String customer, List<Line> lines) implements Serializable {}

    private final TestNode node = new TestNode(new InMemorySessionStore(), TestSettings.defaults(), new TurnedClock());
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void commit_tenKilobytesReadAndNotChanged_withinItsBoundAndWithoutACall(TestReporter reporter) {
        Visit first = node.newSession();
        IntStream.range(0, ATTRIBUTES).forEach(i -> first.set("order" + i, order(i)));
        first.safe();
        SessionId id = first.session().id();
        int bytes = (int) node.live().gauges().statistics().bytesSent();
        node.store().newCalls();
        readAndCommit(id, WARM_UP);

        long beganNanos = threads.getCurrentThreadCpuTime();
        readAndCommit(id, MEASURED);
        long nanos = (threads.getCurrentThreadCpuTime() - beganNanos) / MEASURED;

        reporter.publishEntry("bytes", Integer.toString(bytes));
        reporter.publishEntry("nanoseconds of CPU for each request", Long.toString(nanos));
        assertThat(bytes).isBetween(9_000, 12_000);
        assertThat(node.store().newCalls()).isZero();
        assertThat(Duration.ofNanos(nanos)).isLessThan(WIDE_BOUND);
    }

    private void readAndCommit(SessionId id, int times) {
        for (int i = 0; i < times; i++) {
            Visit visit = node.sticky(id);
            for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
                visit.get("order" + attribute);
            }
            visit.commit();
            visit.end();
        }
    }

    private static Order order(int number) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add(new Line("article-" + i, i, 100L * i, "a note about the article " + number + "-" + i));
        }
        return new Order("customer " + number, lines);
    }
}
