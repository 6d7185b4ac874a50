package org.remora.discovery.mdns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.jmdns.impl.DNSOutgoing;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.constants.DNSConstants;
import org.jspecify.annotations.Nullable;

/**
 * JmDNS with sockets of ours: its own would be bound to every address of the machine. It gets to hear questions for
 * nodes only; so it keeps nothing of what others say.
 */
final class SpeakingJmDns extends JmDNSImpl {

    private static final int LINK_ONLY = 255;

    // No initial values: the constructor of JmDNS starts a thread that asks for the socket.
    private volatile @Nullable Ear ear;
    private volatile @Nullable MulticastSocket mouth;

    private SpeakingJmDns(Link link, String name, Ear ear, MulticastSocket mouth) throws IOException {
        super(named(link.address(), name), name);
        super.getSocket().close();
        this.mouth = mouth;
        ear.endWhen(() -> isCanceling() || isCanceled() || isClosing() || isClosed());
        this.ear = ear;
    }

    /**
     * Opens the sockets and starts JmDNS.
     *
     * @param name a name that no other host has
     * @param forJmDns looks at each packet, and says whether JmDNS is to have it
     */
    static SpeakingJmDns open(Link link, String name, Predicate<DatagramPacket> forJmDns) throws IOException {
        MulticastSocket mouth = new MulticastSocket(new InetSocketAddress(link.address(), DNSConstants.MDNS_PORT));
        try {
            mouth.setNetworkInterface(link.card());
            mouth.setTimeToLive(LINK_ONLY);
            return new SpeakingJmDns(link, name, new Ear(group(link.address()), link, forJmDns), mouth);
        } catch (IOException e) {
            mouth.close();
            throw e;
        }
    }

    /** With a name, so that JmDNS does not ask a name server for it. */
    private static InetAddress named(InetAddress address, String name) throws IOException {
        return InetAddress.getByAddress(name + ".local", address.getAddress());
    }

    private static InetSocketAddress group(InetAddress own) throws IOException {
        String group = own instanceof Inet6Address ? DNSConstants.MDNS_GROUP_IPV6 : DNSConstants.MDNS_GROUP;
        return new InetSocketAddress(InetAddress.getByName(group), DNSConstants.MDNS_PORT);
    }

    @Override
    public MulticastSocket getSocket() {
        Ear hearing = ear;
        while (hearing == null) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            hearing = ear;
        }
        return hearing;
    }

    /** What cannot be sent is lost, as on the wire; the next question or answer is tried again. */
    @Override
    public void send(DNSOutgoing message) {
        MulticastSocket speaking = mouth;
        if (speaking == null || speaking.isClosed() || message.isEmpty()) {
            return;
        }
        try {
            byte[] bytes = message.data();
            InetSocketAddress destination = message.getDestination();
            speaking.send(new DatagramPacket(
                    bytes, bytes.length, destination != null ? destination : group(speaking.getLocalAddress())));
        } catch (IOException notSent) {
            MdnsLog.notSent(notSent);
        }
    }

    /** JmDNS would open its own socket again. There is nothing to recover from: no exception gets through to it. */
    @Override
    public void recover() {
        // See above.
    }

    @Override
    public void close() {
        super.close();
        Ear hearing = ear;
        MulticastSocket speaking = mouth;
        if (hearing != null) {
            hearing.close();
        }
        if (speaking != null) {
            speaking.close();
        }
    }
}
