package org.remora.discovery.mdns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says things to the multicast group on the loopback interface, again and again, as announcements are repeated. */
final class LoopbackGroup implements AutoCloseable {

    private static final int PORT = 5353;

    private final MulticastSocket socket;
    private final InetAddress group;
    private final ScheduledExecutorService repeater = Executors.newSingleThreadScheduledExecutor();
    private volatile List<byte[]> messages = List.of();

    LoopbackGroup() {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            group = InetAddress.getByName("224.0.0.251");
            socket = new MulticastSocket(new InetSocketAddress(loopback, 0));
            socket.setNetworkInterface(NetworkInterface.getByInetAddress(loopback));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Future<?> unused =
                repeater.scheduleWithFixedDelay(() -> messages.forEach(this::send), 0, 100, TimeUnit.MILLISECONDS);
    }

    /** Replaces what is repeated. */
    void repeat(List<byte[]> newMessages) {
        messages = List.copyOf(newMessages);
    }

    void send(byte[] message) {
        try {
            socket.send(new DatagramPacket(message, message.length, group, PORT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        repeater.shutdownNow();
        socket.close();
    }
}
