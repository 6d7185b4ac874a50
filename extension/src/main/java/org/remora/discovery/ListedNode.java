package org.remora.discovery;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.remora.config.NodeAddress;

/** One entry of the list, with the addresses it had when it last had any. */
final class ListedNode {

    private final NodeAddress node;
    private final List<Integer> ports;
    private final CompletableFuture<Void> firstLook = new CompletableFuture<>();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Set<InetSocketAddress> addresses = Set.of();
    private boolean reported;

    ListedNode(NodeAddress node, List<Integer> ports) {
        this.node = node;
        this.ports = ports;
    }

    /** Whether nobody needs to be asked for the address. */
    boolean isLiteral() {
        return node.host().contains(":") || node.host().matches("[0-9.]+");
    }

    CompletableFuture<Void> firstLook() {
        return firstLook;
    }

    Set<InetSocketAddress> addresses() {
        return addresses;
    }

    /**
     * Looks the host up, unless another thread is at it.
     *
     * @return whether an address has come in
     */
    boolean lookUp(NameLookup lookup, Duration pause) {
        if (!looking.tryLock()) {
            return false;
        }
        try {
            Set<InetSocketAddress> present = new HashSet<>();
            lookup.addresses(node.host())
                    .forEach(address -> ports.forEach(port -> present.add(new InetSocketAddress(address, port))));
            boolean more = !addresses.containsAll(present);
            addresses = Set.copyOf(present);
            if (reported) {
                reported = false;
                DiscoveryLog.resolved(node.host());
            }
            return more;
        } catch (UnknownHostException e) {
            if (!reported) {
                reported = true;
                DiscoveryLog.notResolved(node.host(), pause);
            }
            return false;
        } finally {
            looking.unlock();
            firstLook.complete(null);
        }
    }
}
