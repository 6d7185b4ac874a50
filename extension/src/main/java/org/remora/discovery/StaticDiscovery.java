package org.remora.discovery;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;

/**
 * Nodes that are listed ({@code remora.discovery.static.nodes}).
 *
 * <p>Names are looked up again all the time, on threads of its own, so that one without an address, or one that a name
 * server keeps waiting for, holds up no other. The addresses that a name had are kept while it has none.
 */
public final class StaticDiscovery implements DiscoveryProvider {

    // Nodes that share a host take the next ports; the first few are tried where the list names none.
    private static final int PORTS_TRIED = 3;

    private static final int HIGHEST_PORT = 65_535;
    private static final int THREADS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final NetworkSettings network;
    private final NameLookup lookup;
    private final Duration pause;
    private final ScheduledThreadPoolExecutor threads;

    private List<NodeAddress> list;
    private volatile Map<NodeAddress, ListedNode> listed = Map.of();
    private volatile @Nullable FoundCalls found;
    private boolean closed;

    /**
     * Nodes at these addresses.
     *
     * @param list where nodes may be; this one may be among them
     * @param network says which ports a node takes if the list does not
     */
    public StaticDiscovery(List<NodeAddress> list, NetworkSettings network) {
        this(list, network, NameLookup.SYSTEM, PAUSE);
    }

    StaticDiscovery(List<NodeAddress> list, NetworkSettings network, NameLookup lookup, Duration pause) {
        this.list = List.copyOf(list);
        this.network = network;
        this.lookup = lookup;
        this.pause = pause;
        this.threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, "remora-discovery");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public synchronized CompletionStage<Void> start(LocalNode self, Runnable whenFound) {
        if (found != null || closed) {
            throw new IllegalStateException("Started or closed before");
        }
        take(list);
        found = new FoundCalls(whenFound);
        Future<?> unused =
                threads.scheduleWithFixedDelay(this::lookUpNames, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.allOf(
                listed.values().stream().map(ListedNode::firstLook).toArray(CompletableFuture<?>[]::new));
    }

    /**
     * Replaces the list. What is known of nodes that stay on it is kept; who is a member stays one.
     *
     * @param newList where nodes may be; this one may be among them
     */
    public synchronized void change(List<NodeAddress> newList) {
        list = List.copyOf(newList);
        if (found != null && !closed) {
            Set<InetSocketAddress> before = nodes();
            take(list);
            threads.execute(() -> {
                if (!before.containsAll(nodes())) {
                    tell();
                }
                lookUpNames();
            });
        }
    }

    private void take(List<NodeAddress> nodes) {
        Map<NodeAddress, ListedNode> taken = new LinkedHashMap<>();
        for (NodeAddress node : nodes) {
            ListedNode known = listed.get(node);
            taken.put(node, known != null ? known : listed(node));
        }
        listed = taken;
        if (all(taken).count() > MOST_NODES) {
            DiscoveryLog.tooManyNodes(MOST_NODES);
        }
    }

    private ListedNode listed(NodeAddress node) {
        ListedNode added = new ListedNode(node, ports(node));
        if (added.isLiteral()) {
            added.lookUp(lookup, pause);
        }
        return added;
    }

    private List<Integer> ports(NodeAddress node) {
        if (node.port().isPresent()) {
            return List.of(node.port().getAsInt());
        }
        int tried = network.portAutoIncrement() ? PORTS_TRIED : 1;
        return IntStream.range(network.port(), Math.min(network.port() + tried, HIGHEST_PORT + 1))
                .boxed()
                .toList();
    }

    private void lookUpNames() {
        listed.values().stream()
                .filter(node -> !node.isLiteral() || node.addresses().isEmpty())
                .forEach(node -> threads.execute(() -> {
                    if (node.lookUp(lookup, pause)) {
                        tell();
                    }
                }));
    }

    private void tell() {
        FoundCalls calls = found;
        if (calls != null) {
            calls.call();
        }
    }

    @Override
    public Set<InetSocketAddress> nodes() {
        return all(listed).limit(MOST_NODES).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<InetSocketAddress> all(Map<NodeAddress, ListedNode> nodes) {
        return nodes.values().stream()
                .flatMap(node -> node.addresses().stream())
                .distinct();
    }

    @Override
    public synchronized void close() {
        closed = true;
        listed = Map.of();
        threads.shutdownNow();
        FoundCalls calls = found;
        if (calls != null) {
            calls.end();
        }
    }
}
