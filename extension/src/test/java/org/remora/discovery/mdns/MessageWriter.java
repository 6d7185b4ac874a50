package org.remora.discovery.mdns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes messages of multicast DNS, true and untrue ones. */
final class MessageWriter {

    private static final int ANSWER = 0x8400;
    private static final int TYPE_TEXT = 16;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private int count;

    MessageWriter text(String instance, long secondsToLive, Map<String, String> texts) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        texts.forEach((key, value) -> {
            byte[] text = (key + "=" + value).getBytes(StandardCharsets.UTF_8);
            data.write(text.length);
            data.writeBytes(text);
        });
        name(instance + "." + MulticastMessage.TYPE);
        return record(TYPE_TEXT, secondsToLive, data.toByteArray(), data.size());
    }

    /** Adds a record whose name is these bytes and whose length is said to be this. */
    MessageWriter raw(byte[] name, int type, byte[] data, int length) {
        records.writeBytes(name);
        return record(type, 120, data, length);
    }

    private MessageWriter record(int type, long secondsToLive, byte[] data, int length) {
        number16(type);
        number16(0x8001);
        number16((int) (secondsToLive >> 16));
        number16((int) secondsToLive);
        number16(length);
        records.writeBytes(data);
        count++;
        return this;
    }

    byte[] bytes() {
        return bytes(count);
    }

    /** The message, with this number of records in its head. */
    byte[] bytes(int said) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int number : new int[] {0, ANSWER, 0, said, 0, 0}) {
            message.write(number >> 8);
            message.write(number);
        }
        message.writeBytes(records.toByteArray());
        return message.toByteArray();
    }

    private void name(String name) {
        for (String label : name.split("\\.", 0)) {
            records.write(label.length());
            records.writeBytes(label.getBytes(StandardCharsets.UTF_8));
        }
        records.write(0);
    }

    private void number16(int number) {
        records.write(number >> 8);
        records.write(number);
    }
}
