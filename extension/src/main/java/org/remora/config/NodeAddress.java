package org.remora.config;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where another server may be.
 *
 * @param host a host name, an IPv4 address, or an IPv6 address without brackets
 * @param port the port it listens on; empty if that is not known, so that the usual ones are tried
 */
public record NodeAddress(String host, OptionalInt port) {

    private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
    private static final Pattern HOST_NAME = Pattern.compile("(?=.{1,253}$)" + LABEL + "(?:\\." + LABEL + ")*\\.?");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern BRACKETED = Pattern.compile("\\[(.+)](?::([0-9]{1,5}))?");
    private static final Pattern PLAIN = Pattern.compile("([^:]+)(?::([0-9]{1,5}))?");

    /**
     * Checks both parts.
     *
     * @param host a name or an address
     * @param port 1 to 65535, if known
     */
    public NodeAddress {
        if (!isHost(host)) {
            throw new IllegalArgumentException("Not the name or address of a host: " + host);
        }
        if (port.isPresent() && !PortRange.isPort(port.getAsInt())) {
            throw new IllegalArgumentException("Not a port: " + port.getAsInt());
        }
    }

    /**
     * Reads {@code host}, {@code host:port}, an IPv4 address with or without a port, {@code [IPv6]},
     * {@code [IPv6]:port}, or an IPv6 address by itself. Names are not looked up.
     *
     * @param text what was written
     * @return the address
     * @throws IllegalArgumentException if the text is none of these; the message says what must be written instead
     */
    public static NodeAddress parse(String text) {
        return nodeAddress().read(text);
    }

    /** What may be written. */
    static ValueType<NodeAddress> nodeAddress() {
        return ValueType.of("host, host:port, IP address, IPv4:port or [IPv6]:port", NodeAddress::tryParse);
    }

    /** The address as it is written, an IPv6 address in brackets. */
    @Override
    public String toString() {
        String hostPart = host.contains(":") ? "[" + host + "]" : host;
        return port.isPresent() ? hostPart + ":" + port.getAsInt() : hostPart;
    }

    private static Optional<NodeAddress> tryParse(String text) {
        if (IpAddress.isV6(text)) {
            return Optional.of(new NodeAddress(text, OptionalInt.empty()));
        }
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            return IpAddress.isV6(bracketed.group(1)) ? fromParts(bracketed) : Optional.empty();
        }
        Matcher plain = PLAIN.matcher(text);
        return plain.matches() ? fromParts(plain) : Optional.empty();
    }

    private static Optional<NodeAddress> fromParts(Matcher parts) {
        String portText = parts.group(2);
        OptionalInt port = portText == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(portText));
        return isHost(parts.group(1)) && (port.isEmpty() || PortRange.isPort(port.getAsInt()))
                ? Optional.of(new NodeAddress(parts.group(1), port))
                : Optional.empty();
    }

    private static boolean isHost(String text) {
        if (DIGITS_AND_DOTS.matcher(text).matches()) {
            return IpAddress.isV4(text);
        }
        return HOST_NAME.matcher(text).matches() || IpAddress.isV6(text);
    }
}
