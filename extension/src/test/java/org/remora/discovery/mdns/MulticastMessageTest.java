package org.remora.discovery.mdns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MulticastMessageTest {

    private static final int TYPE_TEXT = 16;
    private static final int TYPE_POINTER = 12;

    @Test
    void read_announcement_saysWhatItSays() throws MalformedMessageException {
        MulticastMessage message = read(
                new MessageWriter().text("Node-1", 120, Map.of("port", "5701")).bytes());

        assertThat(message.isQuery()).isFalse();
        assertThat(message.heard()).containsExactly(new Heard("node-1", 120, Map.of("port", "5701")));
    }

    @Test
    void read_otherServices_areLeftOut() throws MalformedMessageException {
        byte[] name = bytes("\u0004_ipp\u0004_tcp\u0005local\u0000");

        assertThat(read(new MessageWriter()
                                .raw(name, TYPE_TEXT, bytes("\u0003a=b"), 4)
                                .bytes())
                        .heard())
                .isEmpty();
    }

    @Test
    void read_nameThatPointsAtItself_isRefused() {
        refuses(new MessageWriter()
                .raw(new byte[] {(byte) 0xC0, 12}, TYPE_TEXT, new byte[0], 0)
                .bytes());
    }

    @Test
    void read_nameThatPointsForward_isRefused() {
        refuses(new MessageWriter()
                .raw(new byte[] {(byte) 0xC0, 40}, TYPE_TEXT, new byte[60], 60)
                .bytes());
    }

    @Test
    void read_namesThatPointAtEachOther_areRefused() {
        byte[] first = {1, 'a', (byte) 0xC0, 25};
        byte[] second = {1, 'b', (byte) 0xC0, 12};

        refuses(new MessageWriter()
                .raw(first, TYPE_POINTER, new byte[0], 0)
                .raw(second, TYPE_POINTER, new byte[0], 0)
                .bytes());
    }

    @Test
    void read_recordLongerThanTheMessage_isRefused() {
        refuses(new MessageWriter()
                .raw(bytes("\u0001a\u0000"), TYPE_TEXT, new byte[2], 60_000)
                .bytes());
    }

    @Test
    void read_moreRecordsSaidThanThere_isRefused() {
        refuses(new MessageWriter().text("a", 120, Map.of("a", "b")).bytes(60));
    }

    @Test
    void read_tooManyRecords_isRefused() {
        refuses(new MessageWriter().bytes(65));
    }

    @Test
    void read_hugeMessage_isRefused() {
        refuses(new byte[8_972]);
    }

    @Test
    void read_hugeTexts_areLeftOut() throws MalformedMessageException {
        byte[] name = bytes("\u0001a\u0007_remora\u0004_tcp\u0005local\u0000");

        assertThat(read(new MessageWriter()
                                .raw(name, TYPE_TEXT, new byte[2_000], 2_000)
                                .bytes())
                        .heard())
                .isEmpty();
    }

    @Test
    void read_randomBytes_endsAlways() {
        Random random = new Random(4);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            try {
                read(bytes);
            } catch (MalformedMessageException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    private static void refuses(byte[] bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(MalformedMessageException.class);
    }

    private static MulticastMessage read(byte[] bytes) throws MalformedMessageException {
        return MulticastMessage.read(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
