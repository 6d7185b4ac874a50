package org.remora.session.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A codec of an application in front of the built-in one. */
class ApplicationCodecsTest implements CodecGuarantees {

    private static final Article FISH = new Article("fish");

    private final AttributeCodec codec = ApplicationCodecs.of(List.of(new JsonbCodec()), Codecs.standard());

    @Override
    public AttributeCodec codec() {
        return codec;
    }

    @Test
    void encode_acceptedValue_nameAndBytesOfTheCodec() throws Exception {
        byte[] encoded = codec.encode(FISH);

        assertThat(HexFormat.of().formatHex(encoded)).startsWith("18" + "04" + "6a736f6e");
        assertThat(new String(encoded, 6, encoded.length - 6, java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(new JsonbTextOf(FISH).text());
    }

    /** What the codec makes of it by itself. */
    private record JsonbTextOf(Article article) {
        String text() {
            return new String(new JsonbCodec().encode(article), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void encode_valueThatNoCodecAccepts_theBuiltInForm() throws Exception {
        assertThat(codec.encode("abc")).isEqualTo(Codecs.standard().encode("abc"));
    }

    /** A server that has the codec already, and one that has not, during an upgrade. */
    @Test
    void decode_codecThatIsNotHere_unreadableWithItsName() throws Exception {
        byte[] stored = codec.encode(FISH);
        AttributeCodec renamed = ApplicationCodecs.of(List.of(new Renamed()), Codecs.standard());

        assertThatThrownBy(() -> Codecs.standard().decode(stored)).isInstanceOf(UnreadableAttributeException.class);
        assertThatThrownBy(() -> renamed.decode(stored))
                .isInstanceOf(UnreadableAttributeException.class)
                .hasMessageContaining("json");
    }

    @Test
    void decode_builtInForm_readBesideACodecThatNowAcceptsTheClass() throws Exception {
        assertThat(codec.decode(Codecs.standard().encode(FISH))).isEqualTo(FISH);
    }

    @Test
    void encode_codecThatThrows_thatValueAloneFails() throws Exception {
        AttributeCodec failing = ApplicationCodecs.of(List.of(new Failing()), Codecs.standard());
        byte[] stored =
                ApplicationCodecs.of(List.of(new Renamed()), Codecs.standard()).encode(FISH);

        assertThatThrownBy(() -> failing.encode(FISH))
                .isInstanceOf(NotStorableException.class)
                .hasMessageContaining(Article.class.getName())
                .hasMessageContaining("out of ink");
        assertThatThrownBy(() -> failing.decode(stored)).isInstanceOf(UnreadableAttributeException.class);
        assertThat(failing.decode(failing.encode("abc"))).isEqualTo("abc");
    }

    @Test
    void of_twoOfOneName_refused() {
        assertThatThrownBy(() -> ApplicationCodecs.of(List.of(new JsonbCodec(), new JsonbCodec()), Codecs.standard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("json");
    }

    @Test
    void of_applicationWithAServiceFile_itsCodecIsUsed(@TempDir Path archive) throws Exception {
        Path services = Files.createDirectories(archive.resolve("META-INF/services"));
        Files.writeString(services.resolve(AttributeCodec.class.getName()), JsonbCodec.class.getName());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {archive.toUri().toURL()}, getClass().getClassLoader())) {
            AttributeCodec found = ApplicationCodecs.of(loader, Codecs.standard());

            assertThat(found.encode(FISH)).isEqualTo(codec.encode(FISH));
        }
        assertThat(ApplicationCodecs.of(getClass().getClassLoader(), Codecs.standard())
                        .encode(FISH))
                .isEqualTo(Codecs.standard().encode(FISH));
    }

    private static final class Renamed implements AttributeCodec {

        @Override
        public String name() {
            return "json-2";
        }

        @Override
        public boolean accepts(Object value) {
            return value instanceof Article;
        }

        @Override
        public byte[] encode(Object value) {
            return new byte[] {1};
        }

        @Override
        public Object decode(byte[] bytes) {
            return FISH;
        }
    }

    private static final class Failing implements AttributeCodec {

        @Override
        public String name() {
            return "json-2";
        }

        @Override
        public boolean accepts(Object value) {
            return value instanceof Article;
        }

        @Override
        public byte[] encode(Object value) {
            throw new IllegalStateException("out of ink");
        }

        @Override
        public Object decode(byte[] bytes) {
            throw new IllegalStateException("out of ink");
        }
    }
}
