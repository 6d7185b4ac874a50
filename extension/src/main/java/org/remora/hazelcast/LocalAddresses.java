package org.remora.hazelcast;

import com.hazelcast.internal.util.AddressUtil;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Chooses the address of this machine that a pattern such as {@code 10.1.*.*} means. */
final class LocalAddresses {

    static final String ANY = "0.0.0.0";

    private LocalAddresses() {}

    static String matching(String pattern) {
        List<String> present = all();
        return present.stream()
                .filter(address -> isMatching(address, pattern))
                .findFirst()
                .orElseThrow(() -> new NodeStartException("remora.network.interface = " + pattern
                        + ": no interface of this machine has such an address. Set it to one of "
                        + String.join(", ", present) + ", or to a pattern that matches one."));
    }

    /**
     * The addresses at which others reach a node that listens here: all that the machine has on a network if it listens
     * everywhere.
     */
    static List<InetAddress> announced(String listening, String pattern) {
        if (!pattern.equals(ANY)) {
            return List.of(parsed(listening));
        }
        List<InetAddress> onNetworks = interfaces()
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        return onNetworks.isEmpty() ? List.of(parsed(listening)) : onNetworks;
    }

    private static boolean isMatching(String address, String pattern) {
        boolean v6 = pattern.contains(":");
        if (v6 != address.contains(":")) {
            return false;
        }
        boolean oneV6Address = v6 && !pattern.contains("*") && !pattern.contains("-");
        return oneV6Address ? isSameAddress(address, pattern) : AddressUtil.matchInterface(address, pattern);
    }

    /** An IPv6 address can be written in several ways. */
    private static boolean isSameAddress(String one, String other) {
        return parsed(one).equals(parsed(other));
    }

    private static InetAddress parsed(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new NodeStartException("remora.network.interface = " + address + ": not an IP address", e);
        }
    }

    private static List<String> all() {
        return interfaces()
                .map(InetAddress::getHostAddress)
                .map(address -> address.replaceFirst("%.*", ""))
                .sorted()
                .toList();
    }

    private static Stream<InetAddress> interfaces() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        } catch (SocketException e) {
            throw new NodeStartException("The network interfaces of this machine cannot be listed", e);
        }
    }
}
