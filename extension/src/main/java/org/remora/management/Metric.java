package org.remora.management;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A number among the metrics of a server.
 *
 * @param name its name, without the ending that counters get
 * @param isCounter whether it only grows, but for restarts and deployments
 * @param description what it is, in one sentence
 * @param tags what it is told apart by from others of its name
 * @param value reads it
 */
public record Metric(
        String name, boolean isCounter, String description, Map<String, String> tags, DoubleSupplier value) {

    private static final String COUNTER_ENDING = "_total";

    /**
     * Copies the tags.
     *
     * @param name its name
     * @param isCounter whether it only grows
     * @param description what it is
     * @param tags what it is told apart by
     * @param value reads it
     */
    public Metric {
        tags = Map.copyOf(tags);
    }

    /**
     * The name as it is exported.
     *
     * @return that of dashboards and alerts
     */
    public String exportedName() {
        return isCounter ? name + COUNTER_ENDING : name;
    }
}
