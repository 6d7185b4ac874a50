package org.remora.hazelcast;

import com.hazelcast.internal.util.AddressUtil;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;

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
        try {
            return InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            throw new NodeStartException("remora.network.interface = " + other + ": not an IP address", e);
        }
    }

    private static List<String> all() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(InetAddress::getHostAddress)
                    .map(address -> address.replaceFirst("%.*", ""))
                    .sorted()
                    .toList();
        } catch (SocketException e) {
            throw new NodeStartException("The network interfaces of this machine cannot be listed", e);
        }
    }
}
