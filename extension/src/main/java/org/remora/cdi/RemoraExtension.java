package org.remora.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;

/** Adds the beans of this package to every application: a jar of the server is not searched for beans. */
public final class RemoraExtension implements Extension {

    private static final List<Class<?>> BEANS =
            List.of(ApplicationCaches.class, ApplicationWork.class, FiredInvalidations.class, Producers.class);

    /** Made by the container, by the name in {@code META-INF/services}. */
    public RemoraExtension() {}

    /** Called by the container for every application. */
    void addBeans(@Observes BeforeBeanDiscovery discovery) {
        for (Class<?> bean : BEANS) {
            discovery.addAnnotatedType(bean, bean.getName());
        }
    }
}
