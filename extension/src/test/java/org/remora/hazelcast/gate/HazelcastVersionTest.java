package org.remora.hazelcast.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.instance.BuildInfoProvider;
import org.junit.jupiter.api.Test;

class HazelcastVersionTest {

    @Test
    void version_ofHazelcast_isTheOneThatTheGateIsMadeFor() {
        assertThat(BuildInfoProvider.getBuildInfo().getVersion())
                .as("The gate works with internal classes of Hazelcast. For another version read again"
                        + " DefaultNodeExtension.createChannelInitializerFn, UnifiedChannelInitializer and the decoders"
                        + " and encoders that it adds, NioInboundPipeline and NioOutboundPipeline (order of handlers,"
                        + " removal of one while it runs), and TcpServerConnection.close (what it logs); then correct"
                        + " the version here")
                .isEqualTo("5.3.8");
    }
}
