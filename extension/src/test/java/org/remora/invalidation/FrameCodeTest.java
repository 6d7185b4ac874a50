package org.remora.invalidation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels has the form that is kept in {@code frames.properties}: nodes of other versions read it. */
class FrameCodeTest {

    private static final UUID STREAM = new UUID(0x0123456789abcdefL, 0xfedcba9876543210L);
    private static final Position POSITION = new Position("server/shop", STREAM, 9);

    private record Kept(String name, Frame frame) {}

    private static Stream<Kept> frames() {
        Invalidation keys = new Invalidation(
                "prices", false, List.of("7".getBytes(UTF_8), "é".getBytes(UTF_8)), Optional.of("import"));
        Invalidation all = new Invalidation("contacts", true, List.of(), Optional.empty());
        return Stream.of(
                new Kept("news", new Frame.News("node-a", 8, POSITION, Optional.of(List.of(keys, all)))),
                new Kept("beat", new Frame.Beat("node-a", List.of(POSITION, new Position("server/", STREAM, 0)), true)),
                new Kept("beat.nothing", new Frame.Beat("node-a", List.of(), true)),
                new Kept("beat.answer", new Frame.Beat("node-a", List.of(POSITION), false)),
                new Kept("goodbye", new Frame.Goodbye("node-a", POSITION)));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void bytes_thatAreKept_areWrittenAndRead(Kept kept) throws Exception {
        byte[] bytes = HexFormat.of().parseHex(keptBytes().getProperty(kept.name(), ""));

        assertThat(HexFormat.of().formatHex(FrameCode.encode(kept.frame())))
                .isEqualTo(HexFormat.of().formatHex(bytes));
        assertThat(described(FrameCode.decode(bytes))).isEqualTo(described(kept.frame()));
    }

    /** What a later version may write. */
    @ParameterizedTest
    @ValueSource(strings = {"news.newer", "news.longer", "beat.longer"})
    void bytes_ofALaterVersion_stillTellWhoHasSentWhichNumbers(String name) throws Exception {
        Frame frame = FrameCode.decode(HexFormat.of().parseHex(keptBytes().getProperty(name, "")));

        assertThat(frame.node()).isEqualTo("node-a");
        if (frame instanceof Frame.News news) {
            assertThat(news.position()).isEqualTo(POSITION);
            assertThat(news.content().isEmpty()).isEqualTo(name.equals("news.newer"));
        } else {
            assertThat(frame).isEqualTo(new Frame.Beat("node-a", List.of(POSITION), true));
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void bytes_thatAreCutOff_areMalformedOrWithoutContent(Kept kept) throws Exception {
        byte[] bytes = FrameCode.encode(kept.frame());
        // The last byte of an answer is one that earlier versions do not write.
        int shortest = kept.name().equals("beat.answer") ? bytes.length - 1 : bytes.length;

        for (int length = 0; length < shortest; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            try {
                assertThat(FrameCode.decode(cut))
                        .isInstanceOfSatisfying(
                                Frame.News.class,
                                news -> assertThat(news.content()).isEmpty());
            } catch (MalformedFrameException expected) {
                assertThat(expected).hasMessageContaining("message");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "0100000001610900000000", "01ffffffff", "017fffffff61", ""})
    void bytes_ofNoMessage_areMalformed(String hex) {
        assertThatThrownBy(() -> FrameCode.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(MalformedFrameException.class);
    }

    private static Properties keptBytes() throws IOException {
        Properties kept = new Properties();
        try (InputStream in = FrameCodeTest.class.getResourceAsStream("frames.properties")) {
            kept.load(in);
        }
        return kept;
    }

    /** Arrays are equal to themselves only. */
    private static String described(Frame frame) {
        if (frame instanceof Frame.News news) {
            return news.node()
                    + news.first()
                    + news.position()
                    + news.content()
                            .map(all ->
                                    all.stream().map(FrameCodeTest::described).toList());
        }
        return frame.toString();
    }

    private static String described(Invalidation each) {
        return each.cache()
                + each.all()
                + each.reason()
                + each.keys().stream().map(HexFormat.of()::formatHex).toList();
    }
}
