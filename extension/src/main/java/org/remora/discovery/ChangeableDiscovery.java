package org.remora.discovery;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;

/**
 * Looks at what is listed besides what another way finds; the list may be changed while the node runs. A change reaches
 * the node as what is found otherwise does, and lasts as long as it.
 */
public final class ChangeableDiscovery implements DiscoveryProvider {

    private final DiscoveryProvider other;
    private final StaticDiscovery listed;
    private final List<NodeAddress> configured;
    private List<NodeAddress> list;

    /**
     * A list that may be changed.
     *
     * @param other finds nodes in another way
     * @param configured what is listed at first
     * @param network says which ports a node takes if the list does not
     */
    public ChangeableDiscovery(DiscoveryProvider other, List<NodeAddress> configured, NetworkSettings network) {
        this.other = other;
        this.configured = List.copyOf(configured);
        this.list = this.configured;
        this.listed = new StaticDiscovery(configured, network);
    }

    @Override
    public CompletionStage<Void> start(LocalNode self, Runnable found) {
        FoundCalls oneByOne = new FoundCalls(found);
        CompletionStage<Void> looked = other.start(self, oneByOne::call);
        return CompletableFuture.allOf(
                looked.toCompletableFuture(), listed.start(self, oneByOne::call).toCompletableFuture());
    }

    @Override
    public Set<InetSocketAddress> nodes() {
        return Stream.of(listed, other)
                .flatMap(provider -> provider.nodes().stream())
                .distinct()
                .limit(MOST_NODES)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        listed.close();
        other.close();
    }

    /**
     * Adds to the list. Who is found there is joined, or joins, as if it had been listed before.
     *
     * @param node where a node may be
     * @return false if it was listed already
     */
    public synchronized boolean add(NodeAddress node) {
        if (list.contains(node)) {
            return false;
        }
        List<NodeAddress> longer = new ArrayList<>(list);
        longer.add(node);
        change(longer);
        DiscoveryLog.added(node.toString());
        return true;
    }

    /**
     * Takes something off the list, also what was there at first. A node that is a member stays one.
     *
     * @param node as it was written
     * @return false if it was not listed
     */
    public synchronized boolean remove(NodeAddress node) {
        if (!list.contains(node)) {
            return false;
        }
        change(list.stream().filter(each -> !each.equals(node)).toList());
        DiscoveryLog.removed(node.toString());
        return true;
    }

    private void change(List<NodeAddress> newList) {
        list = List.copyOf(newList);
        listed.change(list);
    }

    /**
     * What was listed at first.
     *
     * @return nodes as they were written
     */
    public List<NodeAddress> configured() {
        return configured;
    }

    /**
     * What is listed, and was not at first.
     *
     * @return nodes as they were written, the last at the end
     */
    public synchronized List<NodeAddress> added() {
        return list.stream().filter(each -> !configured.contains(each)).toList();
    }
}
