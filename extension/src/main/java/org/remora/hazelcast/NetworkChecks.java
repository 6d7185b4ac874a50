package org.remora.hazelcast;

import com.hazelcast.cluster.Address;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.remora.cluster.Finding;
import org.remora.config.ClusterSettings;
import org.remora.config.DiscoveryKind;
import org.remora.config.NodeAddress;
import org.remora.config.RemoraSettings;

/** Where this node listens, and where it looks for others. */
final class NetworkChecks {

    private static final String INTERFACE = "interface";
    private static final String MULTICAST = "multicast";
    private static final String PORT = "port";
    private static final String NAMES = "names";
    private static final String NODES = "nodes";
    private static final String MDNS_GROUP = "224.0.0.251";
    private static final int MDNS_PORT = 5353;

    private final HazelcastInstance instance;
    private final RemoraSettings settings;

    NetworkChecks(HazelcastInstance instance, RemoraSettings settings) {
        this.instance = instance;
        this.settings = settings;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        InetAddress address = listening();
        findings.add(interfaces(address));
        findings.add(exposure(address));
        findings.add(port());
        if (settings.discovery().kind() == DiscoveryKind.MDNS) {
            findings.add(multicast(settings.discovery().mdnsInterface().orElse(address)));
        }
        if (settings.discovery().kind() == DiscoveryKind.STATIC) {
            settings.discovery().staticNodes().forEach(node -> missing(node).ifPresent(findings::add));
        }
        return findings;
    }

    private Address member() {
        return instance.getCluster().getLocalMember().getAddress();
    }

    private InetAddress listening() {
        try {
            return member().getInetAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The address that this node listens at has none: " + member(), e);
        }
    }

    private static Finding interfaces(InetAddress address) {
        Optional<NetworkInterface> found = interfaceOf(address);
        String name = address.getHostAddress();
        if (found.isEmpty()) {
            return Finding.problem(
                    INTERFACE,
                    "This node listens at " + name + ", and no interface of this machine has that address any more.",
                    "Give the address back to the machine, or start the server anew.");
        }
        if (address.isLoopbackAddress()) {
            return Finding.hint(
                    INTERFACE,
                    "This node listens at " + name + ": only servers on this machine can join it.",
                    "Set remora.network.interface to an address or pattern of the network that joins the servers, if"
                            + " others are to join.");
        }
        return Finding.ok(
                INTERFACE,
                "This node listens at " + name + ", on " + found.get().getName() + ".");
    }

    private static Optional<NetworkInterface> interfaceOf(InetAddress address) {
        try {
            return Optional.ofNullable(NetworkInterface.getByInetAddress(address));
        } catch (SocketException e) {
            return Optional.empty(); // which is as good as none
        }
    }

    private Finding exposure(InetAddress address) {
        ClusterSettings cluster = settings.cluster();
        if (address.isLoopbackAddress()) {
            return Finding.ok(NAMES, "The cluster is called '" + cluster.name() + "'.");
        }
        if (cluster.secrets().isEmpty()) {
            return Finding.problem(
                    NAMES,
                    "Everybody who reaches " + address.getHostAddress() + " can join the cluster '" + cluster.name()
                            + "'.",
                    "Set the same remora.cluster.secret on all servers.");
        }
        return cluster.name().equals(ClusterSettings.DEFAULT_NAME)
                ? Finding.hint(
                        NAMES,
                        "The cluster has the name that every cluster has by default.",
                        "Set remora.cluster.name, so that it cannot be taken for another.")
                : Finding.ok(NAMES, "The cluster is called '" + cluster.name() + "', and has a secret.");
    }

    private Finding port() {
        int wanted = settings.network().port();
        int actual = member().getPort();
        return wanted == actual
                ? Finding.ok(PORT, "This node listens at port " + actual + ", as it is set.")
                : Finding.hint(
                        PORT,
                        "This node listens at port " + actual + ", since " + wanted + " was in use when it started.",
                        "Set remora.network.port to a port of its own for each server on this machine, and open the"
                                + " firewall for it; with remora.network.port-auto-increment=false a server does not"
                                + " start on another.");
    }

    private static Finding multicast(InetAddress address) {
        Optional<NetworkInterface> on = interfaceOf(address);
        String place = address.getHostAddress()
                + on.map(each -> " (" + each.getName() + ")").orElse("");
        try (MulticastSocket socket = new MulticastSocket(0)) {
            InetSocketAddress group = new InetSocketAddress(MDNS_GROUP, MDNS_PORT);
            socket.joinGroup(group, on.orElseThrow(() -> new SocketException("no interface has this address")));
            socket.leaveGroup(group, on.get());
            return Finding.ok(MULTICAST, "Announcements by mDNS can be heard on " + place + ".");
        } catch (IOException e) {
            return Finding.problem(
                    MULTICAST,
                    "Announcements by mDNS cannot be heard on " + place + ": " + e.getMessage(),
                    "Name another address by remora.discovery.mdns.interface, or list the servers:"
                            + " remora.discovery=static and remora.discovery.static.nodes.");
        }
    }

    /** An address of the list at which no member is; the port is any that a server may have taken if none is given. */
    private Optional<Finding> missing(NodeAddress node) {
        Set<Address> members = instance.getCluster().getMembers().stream()
                .map(Member::getAddress)
                .collect(Collectors.toSet());
        try {
            List<InetAddress> addresses = List.of(InetAddress.getAllByName(node.host()));
            boolean isThere = members.stream().anyMatch(member -> isAt(member, addresses, node));
            return isThere
                    ? Optional.of(Finding.ok(NODES, "A member is at " + node + "."))
                    : Optional.of(Finding.hint(
                            NODES,
                            "No member is at " + node + ", which is in the list.",
                            "If a server should run there, look at its log for RMR-1101 and at this one's for RMR-1131:"
                                    + " it is not started, a firewall is between the two, or name or secret differ."));
        } catch (UnknownHostException e) {
            return Optional.of(Finding.problem(
                    NODES,
                    "The host of " + node + ", which is in the list, has no address.",
                    "Correct remora.discovery.static.nodes, or the name server."));
        }
    }

    private static boolean isAt(Address member, List<InetAddress> addresses, NodeAddress node) {
        try {
            return addresses.contains(member.getInetAddress())
                    && (node.port().isEmpty() || node.port().getAsInt() == member.getPort());
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
