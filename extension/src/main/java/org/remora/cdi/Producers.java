package org.remora.cdi;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Optional;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.remora.cluster.ClusterNode;
import org.remora.invalidation.local.LocalCache;
import org.remora.invalidation.local.LocalCacheSettings;

/** What applications inject. None of it has the default qualifier but the node, which only Remora has. */
@Singleton
public final class Producers {

    private final ApplicationCaches caches;

    @Inject
    Producers(ApplicationCaches caches) {
        this.caches = caches;
    }

    /** This server's part in the cluster. */
    @Produces
    ClusterNode node() {
        return caches.node();
    }

    /** The cluster's caches for this application. */
    @Produces
    @Distributed
    CacheManager distributedCaches() {
        return caches.grid();
    }

    /** A cache in the cluster. */
    @Produces
    @Distributed
    <K, V> Cache<K, V> distributed(InjectionPoint point) {
        return caches.grid().cache(named(qualifier(point, Distributed.class).value()));
    }

    /** A cache of this node. */
    @Produces
    @Local("")
    <K, V> LocalCache<K, V> local(InjectionPoint point) {
        Local wanted = qualifier(point, Local.class);
        LocalCacheSettings settings = new LocalCacheSettings(
                wanted.maximumSize(),
                seconds(wanted.expireAfterWriteSeconds()),
                seconds(wanted.expireAfterAccessSeconds()),
                wanted.statistics(),
                wanted.announce());
        return caches.local().cache(named(wanted.value()), settings);
    }

    private static <A extends Annotation> A qualifier(InjectionPoint point, Class<A> type) {
        return point.getQualifiers().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No @" + type.getSimpleName() + " at " + point));
    }

    private static String named(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A cache has a name: @Local(\"contacts\"), @Distributed(\"prices\")");
        }
        return name;
    }

    private static Optional<Duration> seconds(long seconds) {
        return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }
}
