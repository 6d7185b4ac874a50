package org.remora.hazelcast;

import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.internal.cluster.Joiner;
import com.hazelcast.internal.nio.ConnectionListener;
import com.hazelcast.internal.server.ServerConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.remora.config.RemoraSettings;
import org.remora.discovery.DiscoveryProvider;
import org.remora.discovery.LocalNode;

/**
 * Brings a member together with the nodes that discovery finds: at its start, and whenever one appears later.
 *
 * <p>Discovery begins when the member accepts connections, so that who finds it can join it, and ends when it leaves.
 * It never stops or restarts the member.
 */
final class Guide implements LifecycleListener {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private final DiscoveryProvider discovery;
    private final RemoraSettings settings;
    private final String nodeName;
    private final FirstLook firstLook;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile @Nullable PromptSearch search;
    private volatile @Nullable Thread farewell;

    Guide(DiscoveryProvider discovery, RemoraSettings settings, String nodeName) {
        this.discovery = discovery;
        this.settings = settings;
        this.nodeName = nodeName;
        this.firstLook = new FirstLook(settings.cluster().joinTimeout());
    }

    /** Makes the member's joiner, which asks here for the way. */
    Joiner joinerOf(Node node) {
        GuidedJoiner joiner = new GuidedJoiner(node, () -> lookFirst(node), discovery::nodes);
        search = new PromptSearch(node, joiner);
        node.getServer().addConnectionListener(new ConnectionListener<ServerConnection>() {
            @Override
            public void connectionAdded(ServerConnection connection) {
                if (!connection.isClient()) {
                    firstLook.end();
                    lookAgain();
                }
            }

            @Override
            public void connectionRemoved(ServerConnection connection) {
                // Who goes need not be looked for.
            }
        });
        return joiner;
    }

    private void lookFirst(Node node) {
        if (!begun.getAndSet(true)) {
            firstLook.endWith(discovery.start(self(node), this::lookAgain));
        }
        firstLook.await();
    }

    private LocalNode self(Node node) {
        return new LocalNode(
                settings.cluster().name(),
                nodeName,
                LocalAddresses.announced(
                        node.getThisAddress().getHost(), settings.network().interfacePattern()),
                node.getThisAddress().getPort());
    }

    private void lookAgain() {
        PromptSearch present = search;
        if (present != null) {
            present.request();
        }
    }

    @Override
    public void stateChanged(LifecycleEvent event) {
        if (event.getState() == LifecycleState.SHUTTING_DOWN) {
            close();
        } else if (event.getState() == LifecycleState.SHUTDOWN) {
            awaitFarewell();
        }
    }

    /** Ends discovery. Taking leave of the neighbours goes on while the member hands its data over. */
    void close() {
        PromptSearch present = search;
        if (present != null) {
            present.close();
        }
        Thread leaving = new Thread(discovery::close, "remora-farewell");
        farewell = leaving;
        leaving.start();
    }

    private void awaitFarewell() {
        Thread leaving = farewell;
        try {
            if (leaving != null) {
                leaving.join(LONGEST_FAREWELL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
