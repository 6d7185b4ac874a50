package org.remora.cdi;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.ClusterNode;
import org.remora.config.CacheSettings;
import org.remora.hazelcast.cache.ApplicationGrid;
import org.remora.invalidation.ApplicationInvalidations;
import org.remora.invalidation.CacheInvalidated;
import org.remora.invalidation.InvalidationStatistics;
import org.remora.invalidation.LocalCopies;
import org.remora.invalidation.Participation;
import org.remora.invalidation.local.LocalCaches;

/**
 * The part of one application in the cluster: its caches, its observers, its threads.
 *
 * <p>The container makes it before there is an application to take part; it is told when that {@linkplain #begin
 * begins}.
 */
@Singleton
public final class ApplicationCaches {

    // About as many caches may one observer block at a time before it holds up what it is told about others.
    private static final int THREADS_PER_OBSERVER = 4;

    private static final String THREAD_NAME = "remora-invalidation";

    /**
     * What the server has for an application.
     *
     * @param participation its part in the invalidations
     * @param grid its distributed caches
     * @param node the server's node
     * @param loader its class loader
     */
    public record Offer(Participation participation, ApplicationGrid grid, ClusterNode node, ClassLoader loader) {}

    private record Started(
            Offer offer,
            ApplicationInvalidations invalidations,
            LocalCaches caches,
            Announcements announcements,
            ExecutorService lane,
            RemoteObservers observers) {}

    private final BeanManager beans;
    private volatile @Nullable Started started;

    @Inject
    ApplicationCaches(BeanManager beans) {
        this.beans = beans;
    }

    /**
     * The application takes part from now on, whether it has caches or only observers. Called by a thread that works
     * for it; further calls, for other modules of the same application, change nothing.
     *
     * @param offer what the server has for it
     */
    public synchronized void begin(Offer offer) {
        if (started != null) {
            return;
        }
        ExecutorService lane = Threads.atMost(1, THREAD_NAME, offer.loader());
        Announcements announcements = new Announcements(new LateParts(), Transactions.ofServer());
        LocalCaches caches = new LocalCaches(announcements, System::nanoTime, CacheSettings.ofApplication());
        RemoteObservers observers = new RemoteObservers(
                beans,
                ApplicationContexts.current(beans),
                () -> Threads.atMost(THREADS_PER_OBSERVER, THREAD_NAME + "-observer", offer.loader()),
                System::nanoTime);
        ApplicationInvalidations invalidations = offer.participation().start(caches, observers, lane);
        started = new Started(offer, invalidations, caches, announcements, lane, observers);
        if (observers.areThere()) {
            invalidations.listen();
        }
    }

    /** Looks after the observers; to be called about once a second while the application runs. */
    public void look() {
        Optional.ofNullable(started).ifPresent(parts -> parts.observers.look());
    }

    /**
     * What has happened to the application's invalidations on this node.
     *
     * @return the counters, all zero before it has {@linkplain #begin begun}
     */
    public InvalidationStatistics statistics() {
        return Optional.ofNullable(started)
                .map(parts -> parts.invalidations.statistics())
                .orElse(new InvalidationStatistics(0, 0, 0, 0, 0, 0, 0));
    }

    /** Tells other nodes of an event, and drops what it names here. */
    void announce(CacheInvalidated event) {
        Optional.ofNullable(started)
                .ifPresent(parts -> parts.announcements.prepare(event, false).run());
    }

    /** The local caches, for somebody who will use one. */
    LocalCaches local() {
        Started parts = required();
        parts.invalidations.listen();
        return parts.caches;
    }

    /** The distributed caches. */
    ApplicationGrid grid() {
        return required().offer.grid();
    }

    /** The server's node. */
    ClusterNode node() {
        return required().offer.node();
    }

    private Started required() {
        return Optional.ofNullable(started)
                .orElseThrow(() -> new IllegalStateException("Remora is switched off on this server (remora.enabled),"
                        + " or asked before the application's ServletContext is initialized"));
    }

    @PreDestroy
    synchronized void stop() {
        Optional.ofNullable(started).ifPresent(parts -> {
            parts.offer.participation().node().stop(parts.invalidations);
            parts.lane.shutdown();
            parts.observers.stop();
        });
    }

    private final class LateParts implements Announcements.Parts {

        @Override
        public ApplicationInvalidations invalidations() {
            return required().invalidations;
        }

        @Override
        public LocalCopies copies() {
            return required().caches;
        }
    }
}
