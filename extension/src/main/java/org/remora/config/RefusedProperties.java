package org.remora.config;

import java.util.List;
import java.util.Map;

/** Properties of Hazelcast that are not handed to it. */
final class RefusedProperties {

    /** The thread-per-core engine listens at ports of its own, to which whoever reaches them may talk. */
    private static final String THREAD_PER_CORE = "hazelcast.internal.tpc.";

    private RefusedProperties() {}

    /** One problem for each that is set, by Hazelcast's names. */
    static List<SettingProblem> among(Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().startsWith(THREAD_PER_CORE))
                .map(property -> new SettingProblem(
                        Catalogue.HAZELCAST_PREFIX + property.getKey(),
                        property.getValue(),
                        "Hazelcast's thread-per-core engine opens ports at which Remora cannot check who connects; remove"
                                + " it"))
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }
}
