package org.remora.cluster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a node goes by, where all nodes of a cluster have to go by the same.
 *
 * @param texts values by key
 */
public record Agreement(Map<String, String> texts) {

    /** What stands for the value of a key that a node says nothing of. */
    public static final String UNSAID = "unknown";

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
     * Compares two nodes.
     *
     * @param other what another node goes by
     * @return where they differ, by the order of the keys
     */
    public List<Difference> differencesTo(Agreement other) {
        Map<String, String> theirs = new TreeMap<>(other.texts);
        TreeSet<String> keys = new TreeSet<>(texts.keySet());
        keys.addAll(theirs.keySet());
        Stream<Difference> all = keys.stream()
                .map(key -> new Difference(key, texts.getOrDefault(key, UNSAID), theirs.getOrDefault(key, UNSAID)));
        return all.filter(each -> !Objects.equals(each.mine(), each.theirs())).toList();
    }
}
