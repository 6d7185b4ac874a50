package org.remora.hazelcast.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.DefaultNodeContext;
import com.hazelcast.instance.impl.HazelcastInstanceFactory;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.instance.impl.NodeExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.cluster.ClusterKeys;
import org.remora.hazelcast.FreePorts;
import org.remora.hazelcast.RecordedLog;

/** Members that speak different versions of Remora's protocol. */
@Timeout(120)
class OtherVersionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Integer> ports = FreePorts.take(2);
    private final List<HazelcastInstance> members = new ArrayList<>();
    private final RecordedLog log = new RecordedLog("org.remora.cluster");

    @AfterEach
    void close() {
        members.forEach(member -> member.getLifecycleService().terminate());
        log.close();
    }

    @Test
    void start_otherVersion_staysAloneAndBothNameBothVersions() {
        HazelcastInstance one = start(0, 1);
        HazelcastInstance other = start(1, 2);

        assertThat(one.getCluster().getMembers()).hasSize(1);
        assertThat(other.getCluster().getMembers()).hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1132"))
                        .anyMatch(line -> line.contains("it speaks version 2") && line.contains("this node 1"))
                        .anyMatch(line -> line.contains("it speaks version 1") && line.contains("this node 2")));
    }

    @Test
    void start_sameVersion_oneCluster() {
        start(0, 2);

        assertThat(start(1, 2).getCluster().getMembers()).hasSize(2);
    }

    private HazelcastInstance start(int number, int protocol) {
        Config config = new Config("member-" + ports.get(number)).setClusterName("versions");
        config.getNetworkConfig()
                .setPort(ports.get(number))
                .getInterfaces()
                .setEnabled(true)
                .addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig()
                .setEnabled(true)
                .setMembers(ports.stream().map(port -> "127.0.0.1:" + port).toList());
        config.setProperty("hazelcast.phone.home.enabled", "false").setProperty("hazelcast.socket.bind.any", "false");
        HazelcastInstance member = HazelcastInstanceFactory.newHazelcastInstance(
                config, config.getInstanceName(), new DefaultNodeContext() {
                    @Override
                    public NodeExtension createNodeExtension(Node node) {
                        return new GatedNodeExtension(node, ClusterKeys.NONE, sweep -> {}, protocol);
                    }
                });
        members.add(member);
        return member;
    }
}
