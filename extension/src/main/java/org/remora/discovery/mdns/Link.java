package org.remora.discovery.mdns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/**
 * The network that announcements come from.
 *
 * @param address this node's address on it
 * @param card its interface on it
 */
record Link(InetAddress address, NetworkInterface card) {

    /**
     * Finds the interface.
     *
     * @throws SocketException if no interface of this machine has the address
     */
    static Link of(InetAddress address) throws SocketException {
        NetworkInterface card = NetworkInterface.getByInetAddress(address);
        if (card == null) {
            throw new SocketException("No interface of this machine has the address " + address.getHostAddress());
        }
        return new Link(address, card);
    }

    /** Whether a message from there may be listened to: multicast DNS is for neighbours alone (RFC 6762, 11). */
    boolean isNeighbour(InetAddress sender) {
        return isOn(sender, card.getInterfaceAddresses()) && sender.isLoopbackAddress() == address.isLoopbackAddress();
    }

    /**
     * Whether a node may be looked for there because of what was said by somebody who has not proven anything. Nobody
     * is to be sent to connect to strangers, nor to itself.
     */
    boolean isNear(InetAddress announced) {
        if (announced.isAnyLocalAddress() || announced.isMulticastAddress()) {
            return false;
        }
        return isNeighbour(announced);
    }

    private static boolean isOn(InetAddress address, List<InterfaceAddress> networks) {
        return (address.isLinkLocalAddress() && address instanceof Inet6Address)
                || networks.stream()
                        .anyMatch(network -> hasPrefixOf(
                                network.getAddress().getAddress(),
                                address.getAddress(),
                                network.getNetworkPrefixLength()));
    }

    private static boolean hasPrefixOf(byte[] network, byte[] address, int bits) {
        if (network.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((network[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
