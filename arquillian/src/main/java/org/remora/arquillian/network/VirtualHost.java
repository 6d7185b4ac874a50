package org.remora.arquillian.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.remora.arquillian.server.NodePlace;
import org.remora.arquillian.server.ServerSpec;

/**
 * A host of a {@link VirtualNetwork}: it has a loopback interface of its own and one card, {@code eth0}.
 *
 * <p>As the place of a node it binds the node to its address on the network. HTTP listeners stay on its loopback
 * address, and the port of the same number on this machine's loopback address leads there, whatever is cut.
 */
public final class VirtualHost implements NodePlace {

    private static final String CARD = "eth0";

    private final NamespaceName hub;
    private final NamespaceName name;
    private final int number;
    private @Nullable Relay relay;

    VirtualHost(NamespaceName hub, int number) {
        this.hub = hub;
        this.name = new NamespaceName(hub.maker(), hub.network(), "host" + number);
        this.number = number;
    }

    void attach(String bridge) {
        Command.of("ip", "netns", "add", name.toString()).run();
        ip(hub, "link", "add", port(), "type", "veth", "peer", "name", CARD, "netns", name.toString());
        ip(hub, "link", "set", port(), "master", bridge, "up");
        ip(name, "link", "set", "lo", "up");
        ip(name, "address", "add", address() + "/24", "dev", CARD);
        ip(name, "address", "add", addressV6() + "/64", "dev", CARD, "nodad");
        ip(name, "link", "set", CARD, "up");
    }

    NamespaceName name() {
        return name;
    }

    /** Returns the address on the network. */
    @Override
    public String address() {
        return "10.77.0." + number;
    }

    /** Returns the IPv6 address on the network. */
    public String addressV6() {
        return "fd77::" + Integer.toHexString(number);
    }

    @Override
    public ServerSpec place(ServerSpec spec) {
        open(spec.httpPort());
        return spec.withLauncher(entry());
    }

    /** Returns the words before a command that have it run in this host. */
    public List<String> entry() {
        return List.of("ip", "netns", "exec", name.toString());
    }

    /**
     * Starts a Java program of the class path in this host; it is killed with the network.
     *
     * @throws NetworkFailedException if it cannot be started
     */
    public Process java(Class<?> program, Path output, String... arguments) {
        List<String> command = new ArrayList<>(entry());
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new NetworkFailedException(program + " cannot be started in " + this, e);
        }
    }

    /** Has a port of this machine's loopback address lead to the same port of the host's; may be called again. */
    public void open(int port) {
        relay().open(port, "127.0.0.1", port);
    }

    /**
     * Has a port of this machine's loopback address lead, by way of this host, to a port of its network.
     *
     * @return the port of this machine
     */
    public int reach(String address, int port) {
        return relay().open(0, address, port);
    }

    /** Pulls the cable out of the host's card: it sees at once that there is no carrier. */
    public void unplug() {
        ip(hub, "link", "set", port(), "down");
    }

    /** Plugs the cable in again. */
    public void plugIn() {
        ip(hub, "link", "set", port(), "up");
    }

    void drop(VirtualHost other) {
        filter("-I", other);
    }

    void pass(VirtualHost other) {
        filter("-D", other);
    }

    void passAll() {
        run("iptables", "-w", "-F");
        run("ip6tables", "-w", "-F");
    }

    private void filter(String change, VirtualHost other) {
        run("iptables", "-w", change, "INPUT", "-s", other.address(), "-j", "DROP");
        run("iptables", "-w", change, "OUTPUT", "-d", other.address(), "-j", "DROP");
        run("ip6tables", "-w", change, "INPUT", "-s", other.addressV6(), "-j", "DROP");
        run("ip6tables", "-w", change, "OUTPUT", "-d", other.addressV6(), "-j", "DROP");
    }

    /** Runs a command in this host and returns what it wrote; fails unless its status is 0. */
    public String run(String... words) {
        return new Command(Stream.concat(entry().stream(), Stream.of(words)).toList()).run();
    }

    static void ip(NamespaceName namespace, String... words) {
        new Command(Stream.concat(Stream.of("ip", "-n", namespace.toString()), Stream.of(words))
                        .toList())
                .run();
    }

    private synchronized Relay relay() {
        if (relay == null) {
            relay = Relay.into(this);
        }
        return relay;
    }

    synchronized void close() {
        if (relay != null) {
            relay.close();
        }
    }

    private String port() {
        return "port" + number;
    }

    @Override
    public String toString() {
        return name + " (" + address() + ")";
    }
}
