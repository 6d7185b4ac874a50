package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.internal.serialization.InternalSerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;
import com.hazelcast.internal.serialization.impl.HeapData;
import com.hazelcast.spi.impl.operationservice.Operation;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.remora.GoldenBytes;
import org.remora.cluster.Figures;

/** What members ask each other has these bytes, and so have their numbers when they are answered. */
class OperationsGoldenTest {

    private static final List<Figures> FIGURES = List.of(
            new Figures("node", "ACTIVE", List.of(61L, 0L)),
            new Figures("sessions", "server/läden", List.of(1L, -1L, Long.MAX_VALUE)),
            new Figures("nothing", "", List.of()));

    private final GoldenBytes golden = GoldenBytes.beside(OperationsGoldenTest.class, "wire-form.properties");
    private final GoldenBytes answers = GoldenBytes.beside(OperationsGoldenTest.class, "figures.properties");
    private final InternalSerializationService serialization = new DefaultSerializationServiceBuilder()
            .setByteOrder(ByteOrder.LITTLE_ENDIAN)
            .setAllowUnsafe(true)
            .build();

    @AfterEach
    void stop() {
        serialization.dispose();
    }

    static Map<String, Operation> all() {
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put("time", new TimeOperation());
        all.put("agreement", new AgreementOperation("server/shop", Map.of("remora.session.consistency", "strong")));
        all.put("figures", new FiguresOperation());
        all.put("take-back", new TakeBackOperation());
        return all;
    }

    static Stream<String> names() {
        return all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void write_operation_theBytesThatAreKept(String name) {
        golden.assertWritten(name, serialization.toData(sample(name)).toByteArray());
    }

    @ParameterizedTest
    @MethodSource("names")
    void read_bytesThatAreKept_theOperation(String name) {
        Object read = serialization.toObject(new HeapData(golden.of(name)));

        assertThat(read).hasSameClassAs(sample(name));
        assertThat(read)
                .usingRecursiveComparison()
                .comparingOnlyFields(name.equals("agreement") ? new String[] {"application", "texts"} : new String[0])
                .isEqualTo(sample(name));
        assertThat(serialization.toData(read).toByteArray()).isEqualTo(golden.of(name));
    }

    @Test
    void golden_everyOperation_hasALine() {
        assertThat(golden.names()).isEqualTo(all().keySet());
    }

    @Test
    void figures_bytesThatAreKept_areWrittenAndRead() throws Exception {
        answers.assertWritten("answer", FiguresForm.bytes(FIGURES));
        assertThat(FiguresForm.read(answers.of("answer"))).isEqualTo(FIGURES);
    }

    private static Operation sample(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }
}
