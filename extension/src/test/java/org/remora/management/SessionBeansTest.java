package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.remora.session.live.CallTimes;
import org.remora.session.live.ReplicationState;
import org.remora.session.live.SessionStatistics;

/** What a JMX client sees of an application's sessions. */
class SessionBeansTest {

    private static final String APPLICATION = "server/shop,a=b*\"";
    private static final SessionStatistics STATISTICS = new SessionStatistics(
            20,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            16,
            13,
            8,
            17,
            18,
            9,
            14,
            15,
            CallTimes.NONE.plus(new CallTimes(new long[] {0, 0, 19, 1})),
            new ReplicationState(Optional.of(Instant.EPOCH), 11, 10, 12));

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final SessionBeans beans = new SessionBeans("node-1");

    @Test
    void register_applicationWithAStrangeName_showsItsStatisticsUntilItIsWithdrawn() throws Exception {
        ObjectName name = new ObjectName("org.remora:type=Sessions,application=" + ObjectName.quote(APPLICATION));

        Runnable withdraw = beans.register(APPLICATION, () -> STATISTICS);

        assertThat(server.getAttribute(name, "SessionsLive")).isEqualTo(20L);
        assertThat(server.getAttribute(name, "Commits")).isEqualTo(1L);
        assertThat(server.getAttribute(name, "CommitsWithoutChange")).isEqualTo(2L);
        assertThat(server.getAttribute(name, "BytesSerialized")).isEqualTo(3L);
        assertThat(server.getAttribute(name, "BytesCompared")).isEqualTo(4L);
        assertThat(server.getAttribute(name, "BytesSent")).isEqualTo(5L);
        assertThat(server.getAttribute(name, "AttributesUnreadable")).isEqualTo(6L);
        assertThat(server.getAttribute(name, "AttributesRefused")).isEqualTo(7L);
        assertThat(server.getAttribute(name, "Conflicts")).isEqualTo(16L);
        assertThat(server.getAttribute(name, "AttributesMerged")).isEqualTo(13L);
        assertThat(server.getAttribute(name, "SessionsCreated")).isEqualTo(8L);
        assertThat(server.getAttribute(name, "SessionsExpired")).isEqualTo(17L);
        assertThat(server.getAttribute(name, "SessionsInvalidated")).isEqualTo(18L);
        assertThat(server.getAttribute(name, "SessionsRestored")).isEqualTo(9L);
        assertThat(server.getAttribute(name, "SessionsPutBack")).isEqualTo(14L);
        assertThat(server.getAttribute(name, "UsesUntold")).isEqualTo(15L);
        assertThat(server.getAttribute(name, "SuspendedCommits")).isEqualTo(12L);
        assertThat(server.getAttribute(name, "Outages")).isEqualTo(10L);
        assertThat(server.getAttribute(name, "SuspendedSessions")).isEqualTo(11);
        assertThat(server.getAttribute(name, "ReplicationSuspended")).isEqualTo(true);
        assertThat(server.getAttribute(name, "GridCalls")).isEqualTo(20L);
        assertThat(server.getAttribute(name, "GridCallP50Micros")).isEqualTo(2L);
        assertThat(server.getAttribute(name, "GridCallP99Micros")).isEqualTo(3L);

        withdraw.run();
        assertThat(server.isRegistered(name)).isFalse();
        withdraw.run();
    }

    @Test
    void register_sameApplicationAgain_takesThePlaceOfTheFirst() throws Exception {
        ObjectName name = new ObjectName("org.remora:type=Sessions,application=\"server/again\"");
        beans.register("server/again", () -> STATISTICS);

        Runnable withdraw = beans.register("server/again", () -> STATISTICS.plus(STATISTICS));

        assertThat(server.getAttribute(name, "Commits")).isEqualTo(2L);
        withdraw.run();
    }
}
