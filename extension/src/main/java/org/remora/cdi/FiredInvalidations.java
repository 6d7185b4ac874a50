package org.remora.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.remora.invalidation.CacheInvalidated;

/**
 * Sends on what the application fires, and never what has come from another node.
 *
 * <p>Called before every other observer: a key that cannot be sent then ends {@code fire} before any of them has been
 * called.
 */
@Singleton
public final class FiredInvalidations {

    // Weld subtracts priorities to compare them: the least of all would come last.
    private static final int BEFORE_ALL_OTHERS = -1_000_000_000;

    private final ApplicationCaches caches;

    @Inject
    FiredInvalidations(ApplicationCaches caches) {
        this.caches = caches;
    }

    void fired(@Observes @Priority(BEFORE_ALL_OTHERS) CacheInvalidated event, EventMetadata metadata) {
        send(event, metadata);
    }

    void firedAsync(@ObservesAsync @Priority(BEFORE_ALL_OTHERS) CacheInvalidated event, EventMetadata metadata) {
        send(event, metadata);
    }

    private void send(CacheInvalidated event, EventMetadata metadata) {
        if (metadata.getQualifiers().stream().noneMatch(Remote.class::isInstance)) {
            caches.announce(event);
        }
    }
}
