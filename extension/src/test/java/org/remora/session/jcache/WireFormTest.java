package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.names;
import static org.remora.session.SessionSamples.removeAll;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.setAll;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.remora.session.SessionDelta;
import org.remora.session.SessionId;
import org.remora.session.SessionRecord;

/** Nodes of different versions understand each other only as long as these bytes stay as they are. */
class WireFormTest {

    private static final String GOLDEN = "wire-form.properties";

    static Stream<String> samples() {
        return WireSamples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void write_sample_theBytesOfTheFirstVersion(String name) throws IOException {
        byte[] written = WireSamples.bytes(WireSamples.of(name));

        assertThat(name + " = " + HexFormat.of().formatHex(written))
                .as("A form that changes needs a new number in WireTypes; the old number keeps the old form")
                .isEqualTo(name + " = " + golden().getProperty(name));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void read_bytesOfTheFirstVersion_theSample(String name) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(golden().getProperty(name));

        Object read = WireSamples.object(bytes);

        assertThat(read).hasSameClassAs(WireSamples.of(name));
        assertThat(WireSamples.bytes(read)).isEqualTo(bytes);
    }

    @Test
    void golden_everyType_hasASample() throws IOException {
        assertThat(golden().stringPropertyNames()).isEqualTo(WireSamples.all().keySet());
        assertThat(WireSamples.all().values().stream().map(sample -> sample.getClassId()))
                .containsAll(Stream.of(WireTypes.values()).map(WireTypes::id).toList());
    }

    @Test
    void write_operationOfAMember_doesNotSayWhose() {
        SessionOperation operation = (SessionOperation) WireSamples.of("operation");
        byte[] ofNobody = WireSamples.bytes(operation);

        assertThat(WireSamples.bytes(operation.setCallerUuid(new UUID(1, 2)))).isEqualTo(ofNobody);
        assertThat(operation.getCallerUuid())
                .as("whose it is goes on to the backups")
                .isNull();
    }

    @Test
    void read_storedSessionWithoutAttributes_theSameRecord() {
        assertReadBack(blank(SessionId.random()));
    }

    @Test
    void read_storedSessionWhoseTombstonesAreAllForgotten_stillKnowsThatThereWereSome() {
        List<String> many = names("a", 20);
        SessionRecord stored = after(blank(SessionId.random()), delta(0, NOW, setAll(many, "x")));

        assertReadBack(after(stored, delta(1, NOW + 1, removeAll(many))));
    }

    @Test
    void read_storedSessionOfManyAttributes_theSameRecord() {
        SessionRecord stored = blank(SessionId.random());
        for (int i = 0; i < 40; i++) {
            stored = after(stored, delta(0, NOW + i, set("n" + i % 30, "x".repeat(i * 100 + 1)), set("läden☂𝄞", "☂")));
        }

        assertReadBack(stored);
    }

    @Test
    void read_sameNameTwice_oneString() {
        SessionRecord stored = after(blank(SessionId.random()), delta(0, set("a name", "x")));

        assertThat(readBack(stored).attributes().name(0))
                .isSameAs(readBack(stored).attributes().name(0));
    }

    private static void assertReadBack(SessionRecord stored) {
        assertThat(described(readBack(stored))).isEqualTo(described(stored));
    }

    private static SessionRecord readBack(SessionRecord stored) {
        byte[] bytes = WireSamples.bytes(new StoredSession(stored));
        return ((StoredSession) WireSamples.object(bytes)).current();
    }

    private static SessionRecord after(SessionRecord before, SessionDelta delta) {
        return before.with(delta, before.versionAfter(delta));
    }

    private static Properties golden() throws IOException {
        Properties golden = new Properties();
        try (InputStream in = WireFormTest.class.getResourceAsStream(GOLDEN)) {
            assertThat(in).as(GOLDEN).isNotNull();
            golden.load(in);
        }
        return golden;
    }
}
