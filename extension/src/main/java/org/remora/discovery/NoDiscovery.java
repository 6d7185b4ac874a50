package org.remora.discovery;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds nobody ({@code remora.discovery=none}). */
public final class NoDiscovery implements DiscoveryProvider {

    private final AtomicBoolean used = new AtomicBoolean();

    /** Creates the provider. */
    public NoDiscovery() {}

    @Override
    public CompletionStage<Void> start(LocalNode self, Runnable found) {
        if (used.getAndSet(true)) {
            throw new IllegalStateException("Started or closed before");
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Set<InetSocketAddress> nodes() {
        return Set.of();
    }

    @Override
    public void close() {
        used.set(true);
    }
}
