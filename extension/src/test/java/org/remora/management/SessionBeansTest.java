package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.remora.session.live.ReplicationState;
import org.remora.session.live.SessionStatistics;

/** What a JMX client sees of an application's sessions. */
class SessionBeansTest {

    private static final String APPLICATION = "server/shop,a=b*\"";
    private static final SessionStatistics STATISTICS = new SessionStatistics(
            1, 2, 3, 4, 5, 6, 7, 13, 8, 9, 14, 15, new ReplicationState(Optional.of(Instant.EPOCH), 11, 10, 12));

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final SessionBeans beans = new SessionBeans();

    @Test
    void register_applicationWithAStrangeName_showsItsStatisticsUntilItIsWithdrawn() throws Exception {
        ObjectName name = new ObjectName("org.remora:type=Sessions,application=" + ObjectName.quote(APPLICATION));

        Runnable withdraw = beans.register(APPLICATION, () -> STATISTICS);

        assertThat(server.getAttribute(name, "Commits")).isEqualTo(1L);
        assertThat(server.getAttribute(name, "CommitsWithoutChange")).isEqualTo(2L);
        assertThat(server.getAttribute(name, "BytesSerialized")).isEqualTo(3L);
        assertThat(server.getAttribute(name, "BytesCompared")).isEqualTo(4L);
        assertThat(server.getAttribute(name, "BytesSent")).isEqualTo(5L);
        assertThat(server.getAttribute(name, "AttributesUnreadable")).isEqualTo(6L);
        assertThat(server.getAttribute(name, "AttributesRefused")).isEqualTo(7L);
        assertThat(server.getAttribute(name, "AttributesMerged")).isEqualTo(13L);
        assertThat(server.getAttribute(name, "SessionsCreated")).isEqualTo(8L);
        assertThat(server.getAttribute(name, "SessionsRestored")).isEqualTo(9L);
        assertThat(server.getAttribute(name, "SessionsPutBack")).isEqualTo(14L);
        assertThat(server.getAttribute(name, "UsesUntold")).isEqualTo(15L);
        assertThat(server.getAttribute(name, "SuspendedCommits")).isEqualTo(12L);
        assertThat(server.getAttribute(name, "Outages")).isEqualTo(10L);
        assertThat(server.getAttribute(name, "SuspendedSessions")).isEqualTo(11);
        assertThat(server.getAttribute(name, "ReplicationSuspended")).isEqualTo(true);

        withdraw.run();
        assertThat(server.isRegistered(name)).isFalse();
        withdraw.run();
    }

    @Test
    void register_sameApplicationAgain_takesThePlaceOfTheFirst() throws Exception {
        ObjectName name = new ObjectName("org.remora:type=Sessions,application=\"server/again\"");
        beans.register("server/again", () -> STATISTICS);

        Runnable withdraw = beans.register(
                "server/again",
                () -> new SessionStatistics(
                        42, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new ReplicationState(Optional.empty(), 0, 0, 0)));

        assertThat(server.getAttribute(name, "Commits")).isEqualTo(42L);
        withdraw.run();
    }
}
