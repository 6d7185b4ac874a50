package org.remora.management.payara;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.remora.management.Metric;

/**
 * Shows numbers in the server's {@code /metrics}, in its scope {@code vendor}: MicroProfile Metrics has no place for
 * what belongs to the server and not to one application.
 *
 * <p>The server clears that scope when it starts its metrics, which may be later than the first application: so what is
 * to be shown is compared with what is, again and again.
 */
public final class PayaraMetrics {

    private final Map<MetricID, ShownMetric> shown = new HashMap<>();
    private Optional<VendorMetrics> vendor = Optional.empty();
    private boolean isUnknown;

    /** Shows nothing yet. */
    public PayaraMetrics() {}

    /**
     * Has the server show these, and none that was shown before and is not among them. Does nothing while the server's
     * metrics are switched off.
     *
     * @param metrics what is to be shown
     */
    public void show(List<Metric> metrics) {
        registry().ifPresent(registry -> show(metrics, registry));
    }

    private void show(List<Metric> metrics, MetricRegistry registry) {
        Map<MetricID, Metric> wanted = new HashMap<>();
        metrics.forEach(metric -> wanted.put(idOf(metric), metric));
        shown.keySet().removeIf(id -> !wanted.containsKey(id) && isRemoved(registry, id));
        wanted.forEach((id, metric) -> {
            ShownMetric present = shown.computeIfAbsent(id, unused -> ShownMetric.of(metric));
            present.place().is(metric.value());
            if (registry.getMetric(id) != present.registered()) {
                boolean unused = registry.remove(id);
                vendor.ifPresent(each -> each.register(registry, metric, present.registered(), id.getTagsAsArray()));
            }
        });
    }

    private static boolean isRemoved(MetricRegistry registry, MetricID id) {
        boolean unused = registry.remove(id);
        return true;
    }

    private static MetricID idOf(Metric metric) {
        return new MetricID(
                metric.name(),
                metric.tags().entrySet().stream()
                        .map(each -> new Tag(each.getKey(), each.getValue()))
                        .toArray(Tag[]::new));
    }

    /** A server whose metrics are others than these is said so of once, and goes on without. */
    private Optional<MetricRegistry> registry() {
        if (isUnknown) {
            return Optional.empty();
        }
        try {
            if (vendor.isEmpty()) {
                vendor = Optional.of(new VendorMetrics());
            }
            return vendor.flatMap(VendorMetrics::registry);
        } catch (IllegalStateException | LinkageError e) {
            isUnknown = true;
            MetricsLog.notShown(e);
            return Optional.empty();
        }
    }
}
