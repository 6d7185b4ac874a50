package org.remora.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoDiscoveryTest extends ProviderContract {

    @Override
    protected DiscoveryProvider newProvider() {
        return new NoDiscovery();
    }

    @Test
    void start_nobodyToLookFor_firstLookIsOver() {
        assertThat(provider.start(self(), () -> {}).toCompletableFuture()).isCompleted();
        assertThat(provider.nodes()).isEmpty();
    }
}
