package org.remora.invalidation.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.internal.serialization.InternalSerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;
import com.hazelcast.internal.serialization.impl.HeapData;
import java.nio.ByteOrder;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.GoldenBytes;

/** The way on which invalidations travel has these bytes; what they say is kept beside {@code FrameCodeTest}. */
class FrameOperationGoldenTest {

    private static final UUID SENDER = new UUID(0x0123456789abcdefL, 2);

    private final GoldenBytes golden = GoldenBytes.beside(FrameOperationGoldenTest.class, "wire-form.properties");
    private final InternalSerializationService serialization = serialization();

    private static InternalSerializationService serialization() {
        Config config = new Config();
        MemberTransport.configure(config);
        return new DefaultSerializationServiceBuilder()
                .setConfig(config.getSerializationConfig())
                .setByteOrder(ByteOrder.LITTLE_ENDIAN)
                .setAllowUnsafe(true)
                .build();
    }

    @AfterEach
    void stop() {
        serialization.dispose();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bytes_thatAreKept_areWrittenAndRead(boolean wantsAnswer) {
        String name = wantsAnswer ? "frame.answered" : "frame";
        FrameOperation sample = new FrameOperation(SENDER, new byte[] {1, 2, 3}, wantsAnswer);

        golden.assertWritten(name, serialization.toData(sample).toByteArray());
        Object read = serialization.toObject(new HeapData(golden.of(name)));

        assertThat(read)
                .usingRecursiveComparison()
                .comparingOnlyFields("sender", "frame", "wantsAnswer")
                .isEqualTo(sample);
    }
}
