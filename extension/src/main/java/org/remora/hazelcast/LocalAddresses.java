package org.remora.hazelcast;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.regex.Pattern;

/** Chooses the address of this machine that a pattern such as {@code 10.1.*.*} means. */
final class LocalAddresses {

    static final String ANY = "0.0.0.0";

    private LocalAddresses() {}

    static String matching(String pattern) {
        List<String> present = all();
        Pattern wanted = Pattern.compile(pattern.replace(".", "\\.").replace("*", "[0-9a-f]+"));
        return present.stream()
                .filter(address -> wanted.matcher(address).matches())
                .findFirst()
                .orElseThrow(() -> new NodeStartException("remora.network.interface = " + pattern
                        + ": no interface of this machine has such an address. Set it to one of "
                        + String.join(", ", present) + ", or to a pattern that matches one."));
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
