package org.remora.management.payara;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.Metric;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.remora.session.payara.ServerMethod;

/** The server's own metrics, those of no application; the API gives no way to them, so this is by reflection. */
final class VendorMetrics {

    private static final String SERVER_ITSELF = "";

    private final ServerMethod context;
    private final ServerMethod registryOfContext;
    private final ServerMethod register;
    private final Object service;

    /**
     * Finds them.
     *
     * @throws IllegalStateException if the server is not one that this was written for, or has no metrics
     */
    VendorMetrics() {
        Class<?> globals = ServerMethod.type("org.glassfish.internal.api.Globals");
        Class<?> locator = ServerMethod.type("org.glassfish.hk2.api.ServiceLocator");
        Class<?> metrics = ServerMethod.type("fish.payara.microprofile.metrics.MetricsService");
        Class<?> contextType = ServerMethod.type("fish.payara.microprofile.metrics.MetricsService$MetricsContext");
        Class<?> registryType = ServerMethod.type("fish.payara.microprofile.metrics.impl.MetricRegistryImpl");
        Object services =
                ServerMethod.of(globals, "getDefaultBaseServiceLocator").value();
        this.service = ServerMethod.of(locator, "getService", Class.class, Annotation[].class)
                .value(services, metrics, new Annotation[0]);
        this.context = ServerMethod.of(metrics, "getContext", String.class);
        this.registryOfContext = ServerMethod.of(contextType, "getOrCreateRegistry", String.class);
        this.register =
                ServerMethod.of(registryType, "register", Metadata.class, String.class, Metric.class, Tag[].class);
    }

    /** Where they are registered; empty while the server's metrics are switched off. */
    Optional<MetricRegistry> registry() {
        return Optional.ofNullable(context.call(service, SERVER_ITSELF))
                .map(present -> (MetricRegistry) registryOfContext.value(present, MetricRegistry.VENDOR_SCOPE));
    }

    void register(MetricRegistry registry, org.remora.management.Metric metric, Metric shown, Tag... tags) {
        Metadata metadata = Metadata.builder()
                .withName(metric.name())
                .withDescription(metric.description())
                .build();
        Class<?> type = metric.isCounter() ? Counter.class : Gauge.class;
        Object unused = register.value(registry, metadata, type.getName(), shown, tags);
    }
}
