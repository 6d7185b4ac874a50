package org.remora.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClusterMemberTest {

    @Test
    void constructor_nameAndAddress_keepsThem() {
        ClusterMember member = new ClusterMember("n1", "127.0.0.1:5701", true);

        assertThat(member.name()).isEqualTo("n1");
        assertThat(member.address()).isEqualTo("127.0.0.1:5701");
        assertThat(member.local()).isTrue();
    }

    @Test
    void constructor_nameOrAddressEmpty_refused() {
        assertThatThrownBy(() -> new ClusterMember("", "127.0.0.1:5701", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("127.0.0.1:5701");
        assertThatThrownBy(() -> new ClusterMember("n1", "", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n1");
    }
}
