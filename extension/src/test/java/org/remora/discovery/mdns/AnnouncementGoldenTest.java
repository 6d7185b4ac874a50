package org.remora.discovery.mdns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.remora.GoldenBytes;
import org.remora.cluster.ClusterKeys;
import org.remora.config.ClusterSecret;
import org.remora.discovery.LocalNode;

/** What a node announces, with the code that proves who it is, was recorded once and is the same today. */
class AnnouncementGoldenTest {

    private static final String INSTANCE = "node-1-0123456789abcdef";
    private static final AnnouncementCode CODE = new AnnouncementCode(
            ClusterKeys.of(List.of(new ClusterSecret("a secret of the shop"))).forPurpose("remora mdns announcement"));

    private final GoldenBytes golden = GoldenBytes.beside(AnnouncementGoldenTest.class, "announcement.properties");

    private static Announcement announcement() throws Exception {
        return Announcement.of(
                new LocalNode(
                        "shop",
                        "node-1",
                        List.of(InetAddress.getByName("192.0.2.7"), InetAddress.getByName("2001:db8::7")),
                        5701),
                INSTANCE);
    }

    @Test
    void texts_announced_areThoseThatAreKept() throws Exception {
        Map<String, String> texts = new LinkedHashMap<>(announcement().texts());
        texts.put(Announcement.CODE, CODE.of(announcement()).orElseThrow());

        golden.assertWritten("texts", lines(texts).getBytes(UTF_8));
    }

    @Test
    void texts_thatAreKept_areReadAndAccepted() throws Exception {
        Map<String, String> texts = new String(golden.of("texts"), UTF_8)
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

        Announcement read = Announcement.of(new Heard(INSTANCE, 60, texts)).orElseThrow();

        assertThat(read).isEqualTo(announcement());
        assertThat(CODE.accepts(read, Optional.ofNullable(texts.get(Announcement.CODE))))
                .isTrue();
    }

    private static String lines(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }
}
