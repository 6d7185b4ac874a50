package org.remora.boot;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.remora.cdi.ApplicationCaches;
import org.remora.config.InvalidationSettings;
import org.remora.hazelcast.HazelcastNode;
import org.remora.hazelcast.NodeThread;
import org.remora.hazelcast.Pulse;
import org.remora.hazelcast.cache.ApplicationGrid;
import org.remora.invalidation.NodeInvalidations;
import org.remora.invalidation.Participation;
import org.remora.invalidation.hazelcast.MemberTransport;
import org.remora.session.codec.AttributeCodec;

/**
 * The caches of all applications on this server, and what keeps them true.
 *
 * <p>The beat has a thread of its own: other servers count it, and must not take a long task before it for a server
 * that is cut off. It rests while nobody listens.
 */
final class Invalidations {

    private static final Duration LOOK_PAUSE = Duration.ofSeconds(1);

    private final HazelcastNode node;
    private final Pulse housekeeping;
    private final ServerBeans beans;
    private final NodeInvalidations invalidations;
    private final AtomicBoolean isBeating = new AtomicBoolean();
    private final ScheduledExecutorService timer = NodeThread.named("remora-invalidation-beat");

    Invalidations(HazelcastNode node, InvalidationSettings settings, Pulse housekeeping, ServerBeans beans) {
        this.node = node;
        this.housekeeping = housekeeping;
        this.beans = beans;
        this.invalidations = new NodeInvalidations(
                node.name(),
                settings.enabled(),
                settings.maxSilence(),
                new MemberTransport(node.instance()),
                System::nanoTime);
        invalidations.whenNeeded(this::beginBeating);
    }

    /**
     * Gives an application what it needs to take part; it does so as soon as its beans are there.
     *
     * @param resting for what its distributed caches hold
     * @param travelling for the keys that go to other nodes
     */
    void offerTo(ServletContext context, String application, AttributeCodec resting, AttributeCodec travelling) {
        ClassLoader loader = context.getClassLoader();
        context.addListener(new CachesLifetime(
                new ApplicationCaches.Offer(
                        new Participation(invalidations, application, travelling),
                        new ApplicationGrid(node.instance(), application, resting, loader),
                        node,
                        loader),
                caches -> lookAfter(application, caches)));
    }

    private Runnable lookAfter(String application, ApplicationCaches caches) {
        Runnable endLooks = housekeeping.every(LOOK_PAUSE, caches::look);
        Runnable withdraw = beans.ofInvalidations(application, caches::statistics);
        return () -> {
            endLooks.run();
            withdraw.run();
        };
    }

    private void beginBeating() {
        if (isBeating.compareAndSet(false, true)) {
            beatLater();
        }
    }

    private void beatLater() {
        ScheduledFuture<?> unused =
                timer.schedule(this::beat, invalidations.pause().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void beat() {
        try {
            invalidations.beat();
        } catch (Throwable e) { // Hazelcast also throws checked exceptions that it does not declare
            BootLog.housekeepingFailed(e);
        }
        if (invalidations.isNeeded()) {
            beatLater();
            return;
        }
        isBeating.set(false);
        if (invalidations.isNeeded()) {
            beginBeating(); // somebody has begun to listen just now
        }
    }
}
