package org.remora.arquillian.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hosts that are joined by a bridge and reach nothing else.
 *
 * <p>Whatever runs in them when the network is closed is killed. A network that was never closed, because the process
 * was killed, is removed when another process makes its first one.
 */
public final class VirtualNetwork implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String BRIDGE = "bridge0";

    static {
        Leftovers.removeOfNamesake();
        Leftovers.removeOfGoneMakers();
    }

    private final NamespaceName hub;
    private final List<VirtualHost> hosts = new ArrayList<>();

    private VirtualNetwork(NamespaceName hub) {
        this.hub = hub;
    }

    /**
     * Makes a network whose hosts have the addresses 10.77.0.1, 10.77.0.2 and so on, and fd77::1, fd77::2 and so on.
     *
     * @param hosts how many hosts, 1 to 250
     * @throws NetworkFailedException if a command fails
     */
    public static VirtualNetwork of(int hosts) {
        VirtualNetwork network = new VirtualNetwork(NamespaceName.own(COUNT.incrementAndGet(), "hub"));
        try {
            network.make(hosts);
            return network;
        } catch (NetworkFailedException failure) {
            network.close();
            throw failure;
        }
    }

    private void make(int count) {
        Command.of("ip", "netns", "add", hub.toString()).run();
        inHub("link", "add", BRIDGE, "type", "bridge");
        inHub("link", "set", BRIDGE, "up");
        for (int number = 1; number <= count; number++) {
            VirtualHost host = new VirtualHost(hub, number);
            hosts.add(host);
            host.attach(BRIDGE);
        }
    }

    /** Returns a host by its place, counted from 0. */
    public VirtualHost host(int index) {
        return hosts.get(index);
    }

    /** Returns the hosts in order. */
    public List<VirtualHost> hosts() {
        return List.copyOf(hosts);
    }

    /** Drops whatever one host sends the other, in both directions, without telling either. */
    public void cut(VirtualHost one, VirtualHost other) {
        one.drop(other);
        other.drop(one);
    }

    /** Undoes one {@link #cut}. */
    public void heal(VirtualHost one, VirtualHost other) {
        one.pass(other);
        other.pass(one);
    }

    /** Cuts each host of one side from each of the other. */
    public void split(Collection<VirtualHost> side, Collection<VirtualHost> otherSide) {
        side.forEach(one -> otherSide.forEach(other -> cut(one, other)));
    }

    /** Cuts one host from all others. */
    public void isolate(VirtualHost host) {
        split(List.of(host), hosts.stream().filter(other -> other != host).toList());
    }

    /** Undoes all cuts and plugs every host in. */
    public void healAll() {
        hosts.forEach(VirtualHost::passAll);
        hosts.forEach(VirtualHost::plugIn);
    }

    @Override
    public void close() {
        hosts.forEach(VirtualHost::close);
        List<NamespaceName> present = Leftovers.present().toList();
        hosts.stream().map(VirtualHost::name).filter(present::contains).forEach(Leftovers::remove);
        if (present.contains(hub)) {
            Leftovers.remove(hub);
        }
    }

    private void inHub(String... words) {
        VirtualHost.ip(hub, words);
    }
}
