package org.remora.discovery.mdns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.RemoraProtocol;
import org.remora.discovery.LocalNode;

/**
 * What a node says about itself.
 *
 * @param instance the name of its service
 * @param protocol the version of what nodes say to each other
 * @param cluster the name of its cluster
 * @param addresses where it can be reached
 */
record Announcement(String instance, int protocol, String cluster, List<InetSocketAddress> addresses) {

    /** The version that this node speaks. */
    static final int PROTOCOL = RemoraProtocol.VERSION;

    static final String CODE = "code";

    private static final int MOST_ADDRESSES = 8;
    private static final String VERSION = "v";
    private static final String CLUSTER = "cluster";
    private static final String PORT = "port";
    private static final String ADDRESS = "address";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    Announcement {
        addresses = List.copyOf(addresses);
    }

    static Announcement of(LocalNode node, String instance) {
        return new Announcement(
                instance,
                PROTOCOL,
                node.cluster(),
                node.addresses().stream()
                        .limit(MOST_ADDRESSES)
                        .map(address -> new InetSocketAddress(address, node.port()))
                        .toList());
    }

    /** Reads what was heard; empty if it is not what a node says. */
    static Optional<Announcement> of(Heard heard) {
        Map<String, String> texts = heard.texts();
        int port = number(texts.get(PORT));
        if (port < 1 || port > 65_535 || !texts.containsKey(CLUSTER)) {
            return Optional.empty();
        }
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (int i = 0; i < MOST_ADDRESSES && texts.containsKey(ADDRESS + i); i++) {
            literal(texts.getOrDefault(ADDRESS + i, ""))
                    .ifPresent(address -> addresses.add(new InetSocketAddress(address, port)));
        }
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(new Announcement(
                        heard.instance(), number(texts.get(VERSION)), texts.getOrDefault(CLUSTER, ""), addresses));
    }

    /** The texts of the TXT record, in the order in which the code is made of them. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(VERSION, Integer.toString(protocol));
        texts.put(CLUSTER, cluster);
        texts.put(PORT, Integer.toString(addresses.get(0).getPort()));
        for (int i = 0; i < addresses.size(); i++) {
            texts.put(ADDRESS + i, withoutScope(addresses.get(i).getAddress()));
        }
        return texts;
    }

    private static String withoutScope(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private static int number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    /** Nobody is asked for the address of a name that a stranger says. */
    private static Optional<InetAddress> literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
