package org.remora.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells literal IP addresses from other texts, without asking a name server. */
final class IpAddress {

    /** A part of an IPv4 address, 0 to 255 without leading zeros. */
    static final String V4_PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    private static final Pattern V4 = Pattern.compile(V4_PART + "(?:\\." + V4_PART + "){3}");
    private static final Pattern V6_CHARACTERS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern SCOPE = Pattern.compile("%[A-Za-z0-9._-]+$");

    private IpAddress() {}

    /** What may be written. */
    static ValueType<InetAddress> ipAddress() {
        return ValueType.of("an IP address", IpAddress::literal);
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return isV4(text) || isV6(text) ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException unknownScope) {
            return Optional.empty();
        }
    }

    static boolean isV4(String text) {
        return V4.matcher(text).matches();
    }

    /** Whether the text is an IPv6 address without brackets, with or without a scope such as {@code %eth0}. */
    static boolean isV6(String text) {
        // Whether this machine has such a scope is not asked, therefore it is cut off before.
        String address = SCOPE.matcher(text).replaceFirst("");
        if (!V6_CHARACTERS.matcher(address).matches()) {
            return false;
        }
        try {
            // Between brackets the JDK takes nothing but a literal, so nothing is looked up.
            InetAddress.getByName("[" + address + "]");
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
