package org.remora.discovery;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A way in which nodes find each other. It says where other nodes may be, and nothing else: who belongs to the cluster
 * is decided by the members.
 *
 * <p>What every provider guarantees:
 *
 * <ol>
 *   <li>Before {@link #start} nothing is asked or sent, and {@link #nodes} is empty.
 *   <li>{@link #start} does not wait for the network or a name server. What it returns is complete after the first
 *       look: at once if there is nothing to wait for.
 *   <li>{@link #nodes} answers at once, on any thread, with a set that does not change any more.
 *   <li>Each address in it is resolved and has a port.
 *   <li>This node's own address may be in it.
 *   <li>When an address has come in after {@link #start}, {@code found} is called, and sees it in {@link #nodes}. Calls
 *       come one after another. One that fails keeps no other from coming.
 *   <li>An address that is no longer listed or announced goes without a call. Nothing happens to a member that is
 *       there.
 *   <li>What cannot be resolved, reached or understood is logged and tried again. No method throws because of it.
 *   <li>There are at most {@link #MOST_NODES} addresses.
 *   <li>After {@link #close}, {@link #nodes} is empty, {@code found} is not called any more, and the threads end.
 *       Closing again does nothing.
 *   <li>A provider is started once. {@link #start} throws {@link IllegalStateException} if it was started or closed
 *       before.
 * </ol>
 *
 * <p>May be used by several threads.
 */
public interface DiscoveryProvider extends AutoCloseable {

    /** The most addresses that a provider keeps. */
    int MOST_NODES = 1_000;

    /**
     * Begins to look for other nodes and to be found by them.
     *
     * @param self this node, ready to be connected to
     * @param found called after addresses have come in; must not take long
     * @return complete when the first look is over
     * @throws IllegalStateException if the provider was started or closed before
     */
    CompletionStage<Void> start(LocalNode self, Runnable found);

    /**
     * Where other nodes may be, as far as is known now.
     *
     * @return resolved addresses with ports; this node's own may be among them
     */
    Set<InetSocketAddress> nodes();

    /** Stops looking, tells the others that this node goes if they were told that it is there, and forgets all. */
    @Override
    void close();
}
