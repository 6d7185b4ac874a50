package org.remora.boot;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.remora.cdi.ApplicationCaches;

/** Gives an application's beans what the server has for them, before its own listeners and servlets begin. */
record CachesBegin(ApplicationCaches.Offer offer) implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Instance<ApplicationCaches> caches = CDI.current().select(ApplicationCaches.class);
            if (caches.isResolvable()) {
                caches.get().begin(offer);
            }
        } catch (IllegalStateException withoutCdi) {
            return; // nothing can be injected there
        }
    }
}
