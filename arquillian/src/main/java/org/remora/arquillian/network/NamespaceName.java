package org.remora.arquillian.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a namespace, which tells what process made it.
 *
 * @param maker the id of the process
 * @param network the number of the network in that process
 * @param host what the namespace is in its network
 */
record NamespaceName(long maker, int network, String host) {

    static final String PREFIX = "remora-";

    private static final Pattern FORM = Pattern.compile(PREFIX + "(\\d+)-(\\d+)-(\\w+)");

    static NamespaceName own(int network, String host) {
        return new NamespaceName(ProcessHandle.current().pid(), network, host);
    }

    /** Reads a name; empty if it is of somebody else. */
    static Optional<NamespaceName> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new NamespaceName(
                        Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return PREFIX + maker + "-" + network + "-" + host;
    }
}
