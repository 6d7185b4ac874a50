package org.remora.arquillian.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A program that sends mDNS messages with lies, about a thousand a second, until it is killed. */
final class LyingNeighbour {

    private static final int PORT = 5353;
    private static final int ANSWER = 0x8400;
    private static final int TYPE_TEXT = 16;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final byte[] TYPE = "\u0007_remora\u0004_tcp\u0005local\u0000".getBytes(StandardCharsets.ISO_8859_1);

    private LyingNeighbour() {}

    public static void main(String[] arguments) throws IOException {
        InetAddress own = InetAddress.getByName(arguments[0]);
        String cluster = arguments[1];
        InetAddress group = InetAddress.getByName("224.0.0.251");
        Random random = new Random(4);
        try (MulticastSocket socket = new MulticastSocket(new InetSocketAddress(own, 0))) {
            socket.setNetworkInterface(NetworkInterface.getByInetAddress(own));
            for (long number = 0; true; number++) {
                byte[] lie = lie(number, cluster, random);
                socket.send(new DatagramPacket(lie, lie.length, group, PORT));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static byte[] lie(long number, String cluster, Random random) {
        return switch ((int) (number % 5)) {
            case 0 -> random(random);
            case 1 -> message(new byte[] {(byte) 0xC0, 12}, new byte[0]);
            case 2 -> message(name("huge" + number), new byte[8_000]);
            case 3 -> message(name("foreign" + number), texts(cluster, "203.0.113." + number % 250));
            default -> message(name("other" + number), texts("another-" + number, "10.77.0.1"));
        };
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[1_400];
        random.nextBytes(bytes);
        System.arraycopy(TYPE, 0, bytes, 700, TYPE.length);
        return bytes;
    }

    private static byte[] name(String instance) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.write(instance.length());
        name.writeBytes(instance.getBytes(StandardCharsets.US_ASCII));
        name.writeBytes(TYPE);
        return name.toByteArray();
    }

    private static byte[] texts(String cluster, String address) {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        for (String text : new String[] {"v=1", "cluster=" + cluster, "port=5701", "address0=" + address}) {
            texts.write(text.length());
            texts.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
        return texts.toByteArray();
    }

    private static byte[] message(byte[] name, byte[] data) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int number : new int[] {0, ANSWER, 0, 1, 0, 0}) {
            number16(message, number);
        }
        message.writeBytes(name);
        for (int number : new int[] {TYPE_TEXT, 0x8001, 0, 120, data.length}) {
            number16(message, number);
        }
        message.writeBytes(data);
        return message.toByteArray();
    }

    private static void number16(ByteArrayOutputStream message, int number) {
        message.write(number >> 8);
        message.write(number);
    }
}
