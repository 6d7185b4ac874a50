package org.remora.hazelcast;

import com.hazelcast.cluster.Address;
import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.internal.cluster.impl.SplitBrainJoinMessage;
import com.hazelcast.internal.cluster.impl.SplitBrainJoinMessage.SplitBrainMergeCheckResult;
import com.hazelcast.internal.cluster.impl.TcpIpJoiner;
import com.hazelcast.internal.nio.ConnectionType;
import com.hazelcast.internal.server.ServerConnection;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Joins, and looks for other halves of the cluster, at the addresses that discovery knows now.
 *
 * <p>Besides, at the addresses of earlier members, and of nodes that are connected to this one: of two nodes, one that
 * knows of the other is enough.
 */
final class GuidedJoiner extends TcpIpJoiner {

    /** Where a member keeps its ticker, in nanoseconds, among the objects of its own. */
    static final String TICKER = "org.remora.hazelcast.ticker";

    private static final int MOST_AT_JOIN = 100;
    private static final int MOST_IN_A_LOOK = 8;

    private final Supplier<Set<InetSocketAddress>> discovered;
    private final Runnable beforeFirstJoin;
    private final ReentrantLock looking = new ReentrantLock();
    private final Separation separation;

    /**
     * A joiner.
     *
     * @param node the member
     * @param beforeFirstJoin starts discovery and waits for the first look; does nothing when called again
     * @param discovered what discovery knows
     */
    GuidedJoiner(Node node, Runnable beforeFirstJoin, Supplier<Set<InetSocketAddress>> discovered) {
        super(node);
        this.beforeFirstJoin = beforeFirstJoin;
        this.discovered = discovered;
        this.separation = new Separation(tickerOf(node));
    }

    private static LongSupplier tickerOf(Node node) {
        return (LongSupplier) node.getConfig().getUserContext().getOrDefault(TICKER, (LongSupplier) System::nanoTime);
    }

    @Override
    protected Collection<Address> getPossibleAddressesForInitialJoin() {
        beforeFirstJoin.run();
        return new HashSet<>(some(getPossibleAddresses(), MOST_AT_JOIN));
    }

    @Override
    protected Collection<Address> getPossibleAddresses() {
        Set<Address> all = new HashSet<>(super.getPossibleAddresses());
        discovered.get().forEach(address -> all.add(new Address(address)));
        members()
                .map(ServerConnection::getRemoteAddress)
                .filter(Objects::nonNull)
                .forEach(all::add);
        all.removeAll(node.getLocalAddressRegistry().getLocalAddresses());
        all.remove(node.getThisAddress());
        return all;
    }

    private Stream<ServerConnection> members() {
        return node.getServer().getConnectionManager(EndpointQualifier.MEMBER).getConnections().stream()
                .filter(connection -> ConnectionType.MEMBER.equals(connection.getConnectionType()));
    }

    /** One look at a time: two at once would have a node merge twice. */
    @Override
    public void searchForOtherClusters() {
        if (looking.tryLock()) {
            try {
                search();
            } finally {
                looking.unlock();
            }
        }
    }

    private void search() {
        SplitBrainJoinMessage request = node.createSplitBrainJoinMessage();
        Collection<Address> others = getFilteredPossibleAddresses();
        separation.keepOnly(others);
        for (Address address : some(others, MOST_IN_A_LOOK)) {
            SplitBrainMergeCheckResult result = sendSplitBrainJoinMessageAndCheckResponse(address, request);
            if (result == SplitBrainMergeCheckResult.LOCAL_NODE_SHOULD_MERGE) {
                setTargetAddress(address);
                startClusterMerge(address, request.getMemberListVersion());
                return;
            }
            note(address);
        }
    }

    /** Whoever is connected has proved to be of this cluster, and should be a member soon. */
    private void note(Address address) {
        if (node.getServer().getConnectionManager(EndpointQualifier.MEMBER).get(address) == null) {
            separation.silent(address);
        } else if (separation.isToBeTold(address)) {
            NodeLog.staysApart(node.getConfig().getClusterName(), address.getHost() + ":" + address.getPort());
        }
    }

    /** Others each time, so that addresses at which nobody is, which cost a time-out each, do not hide the rest. */
    private static List<Address> some(Collection<Address> addresses, int most) {
        List<Address> mixed = new ArrayList<>(addresses);
        Collections.shuffle(mixed);
        return mixed.subList(0, Math.min(mixed.size(), most));
    }
}
