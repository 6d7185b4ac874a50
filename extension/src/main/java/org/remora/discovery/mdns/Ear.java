package org.remora.discovery.mdns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Hears what is said to the group on one link. It is bound to the group's address: what is sent to an address of this
 * machine does not get here.
 */
final class Ear extends MulticastSocket {

    private static final int PATIENCE_MILLIS = 250;

    private final Predicate<DatagramPacket> forJmDns;
    private volatile BooleanSupplier ended = () -> false;

    /**
     * Opens the socket.
     *
     * @param forJmDns looks at each packet, and says whether JmDNS is to have it
     */
    Ear(InetSocketAddress group, Link link, Predicate<DatagramPacket> forJmDns) throws IOException {
        super(group);
        this.forJmDns = forJmDns;
        setSoTimeout(PATIENCE_MILLIS);
        joinGroup(group, link.card());
    }

    /** Gives up hearing when this holds. */
    void endWhen(BooleanSupplier condition) {
        ended = condition;
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
        int room = packet.getLength();
        while (!ended.getAsBoolean()) {
            try {
                packet.setLength(room);
                super.receive(packet);
                if (forJmDns.test(packet)) {
                    return;
                }
            } catch (SocketTimeoutException nothingSaid) {
                // Look whether it is over, and go on.
            }
        }
        throw new IOException("No more is heard");
    }
}
