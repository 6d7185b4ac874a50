package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.remora.invalidation.InvalidationStatistics;

/** What a JMX client sees of an application's invalidations. */
class InvalidationBeanTest {

    private static final String[] COUNTERS = {
        "Sent", "Received", "Coalesced", "Gaps", "CutOffs", "Unreadable", "FullDrops"
    };

    @Test
    void register_counters_areShownUntilWithdrawn() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.remora:type=Invalidation,application=\"server/shop\"");

        Runnable withdraw = new InvalidationBean(
                        "node", "server/shop", () -> new InvalidationStatistics(1, 2, 3, 4, 5, 6, 7))
                .register();

        List<Object> values = server.getAttributes(name, COUNTERS).asList().stream()
                .map(Attribute::getValue)
                .collect(Collectors.toList());
        assertThat(values).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        withdraw.run();
        assertThat(server.isRegistered(name)).isFalse();
    }
}
