package org.remora.boot;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Optional;
import java.util.function.Function;
import org.remora.cdi.ApplicationCaches;

/**
 * Gives an application's beans what the server has for them, before its own listeners and servlets begin, and has the
 * server look after them until it is undeployed.
 */
final class CachesLifetime implements ServletContextListener {

    private final ApplicationCaches.Offer offer;
    private final Function<ApplicationCaches, Runnable> care;
    private Runnable end = () -> {};

    /**
     * The lifetime has not begun.
     *
     * @param offer what the server has
     * @param care begins to look after the beans, and returns what ends that
     */
    CachesLifetime(ApplicationCaches.Offer offer, Function<ApplicationCaches, Runnable> care) {
        this.offer = offer;
        this.care = care;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ofApplication().ifPresent(caches -> {
            caches.begin(offer);
            end = care.apply(caches);
        });
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        end.run();
    }

    private static Optional<ApplicationCaches> ofApplication() {
        try {
            Instance<ApplicationCaches> caches = CDI.current().select(ApplicationCaches.class);
            return caches.isResolvable() ? Optional.of(caches.get()) : Optional.empty();
        } catch (IllegalStateException withoutCdi) {
            return Optional.empty(); // nothing can be injected there
        }
    }
}
