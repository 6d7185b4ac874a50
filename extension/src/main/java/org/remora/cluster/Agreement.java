package org.remora.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a node goes by, where all nodes of a cluster have to go by the same.
 *
 * @param texts values by key
 */
public record Agreement(Map<String, String> texts) {

    /**
     * Copies the map.
     *
     * @param texts values by key
     */
    public Agreement {
        texts = Map.copyOf(texts);
    }

    /**
     * A key of which two nodes have different values.
     *
     * @param key the key
     * @param mine the value of the node that asks
     * @param theirs that of the other
     */
    public record Difference(String key, String mine, String theirs) {}

    /**
     * Compares two nodes, by the keys that both know: during an upgrade one may have fewer than the other.
     *
     * @param other what another node goes by
     * @return where they differ, by the order of the keys
     */
    public List<Difference> differencesTo(Agreement other) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .map(mine -> new Difference(
                                mine.getKey(),
                                mine.getValue(),
                                other.texts.getOrDefault(mine.getKey(), mine.getValue())))
                        .filter(each -> !each.mine().equals(each.theirs()))
                        .toList();
    }
}
