package org.remora.hazelcast.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remora.GoldenBytes;
import org.remora.cluster.ClusterKeys;
import org.remora.config.ClusterSecret;

/**
 * A whole handshake as it was once recorded: nodes of all versions begin like this, or do not even learn that they are
 * of different versions.
 */
class HandshakeGoldenTest {

    private static final Credentials OWN =
            Credentials.of("shop", 1, ClusterKeys.of(List.of(new ClusterSecret("a secret of the shop"))));

    private final GoldenBytes golden = GoldenBytes.beside(HandshakeGoldenTest.class, "handshake.properties");

    private final Handshake connecting = Handshake.ofConnecting(OWN, count -> filled(count, 1));
    private final Handshake accepting = Handshake.ofAccepting(OWN, count -> filled(count, 2));

    private static byte[] filled(int count, int with) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    @Test
    void handshake_today_isAsItWasRecorded() {
        Map<String, byte[]> said = new LinkedHashMap<>();
        said.put("connecting.hello", connecting.opening());
        said.put("accepting.hello", answered(accepting, said.get("connecting.hello")));
        said.put("connecting.proofs", answered(connecting, said.get("accepting.hello")));
        said.put(
                "accepting.proof", accepting.take(said.get("connecting.proofs")).answer());

        golden.assertAllWritten(said);
    }

    @Test
    void handshake_withANodeThatSaysWhatWasRecorded_isPassedOnBothSides() {
        assertThat(answered(accepting, golden.of("connecting.hello"))).isEqualTo(golden.of("accepting.hello"));
        assertThat(accepting.take(golden.of("connecting.proofs"))).isInstanceOf(Step.Passed.class);

        assertThat(answered(connecting, golden.of("accepting.hello"))).isEqualTo(golden.of("connecting.proofs"));
        assertThat(connecting.take(golden.of("accepting.proof"))).isInstanceOf(Step.Passed.class);
    }

    /** The mark, then the hello. */
    private static byte[] answered(Handshake side, byte[] received) {
        int mark = side.awaitedBytes();
        assertThat(side.take(Arrays.copyOf(received, mark)).answer()).isEmpty();
        Step step = side.take(Arrays.copyOfRange(received, mark, received.length));
        assertThat(step).isInstanceOf(Step.Waiting.class);
        return step.answer();
    }
}
