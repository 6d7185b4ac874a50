package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodeNameTest {

    @Test
    void generated_manyTimes_fitForACookieAndHardlyEverTheSame() {
        assertThat(Stream.generate(NodeName::generated).limit(200))
                .allSatisfy(name -> assertThat(name).matches("node-[0-9a-f]{8}"))
                .doesNotHaveDuplicates();
    }
}
