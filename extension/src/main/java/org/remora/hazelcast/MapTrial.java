package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.partition.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.remora.cluster.GridTrial;

/** Tries a Hazelcast map that is there for nothing else. */
public final class MapTrial implements GridTrial {

    private static final String MAP_NAME = "remora.self-test";
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_KEYS_TRIED = 10_000;

    private final HazelcastInstance instance;

    /**
     * Makes the trial of a node.
     *
     * @param instance the node's member, with a configuration that went through {@link #configure}
     */
    public MapTrial(HazelcastInstance instance) {
        this.instance = instance;
    }

    /**
     * Adds the map to a member's configuration.
     *
     * @param config the configuration of a member that is yet to start
     */
    public static void configure(Config config) {
        config.addMapConfig(new MapConfig(MAP_NAME)
                .setTimeToLiveSeconds(Math.toIntExact(LIFE.toSeconds()))
                .setStatisticsEnabled(false)
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
                        .setSize(MOST_ENTRIES)));
    }

    @Override
    public void put(String key, String value) {
        Object unused = answer(map().putAsync(key, value));
    }

    @Override
    public Optional<String> get(String key) {
        return answer(map().getAsync(key));
    }

    @Override
    public boolean remove(String key) {
        return answer(map().removeAsync(key)).isPresent();
    }

    private static <T> Optional<T> answer(CompletionStage<T> call) {
        try {
            return Optional.ofNullable(PlainFuture.of(call).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new IllegalStateException("The grid has not answered within " + PATIENCE.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The grid has refused the call: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the grid has answered");
        }
    }

    @Override
    public String tryAll() {
        Map<Member, CompletionStage<String>> trials = new LinkedHashMap<>();
        keys().forEach((member, key) -> trials.put(member, tried(key)));
        List<String> troubles = new ArrayList<>();
        trials.forEach((member, trial) -> {
            String trouble = troubleOf(trial);
            if (!trouble.isEmpty()) {
                troubles.add(HazelcastNode.nodeName(member) + ": " + trouble);
            }
        });
        return String.join("; ", troubles);
    }

    private CompletionStage<String> tried(String key) {
        IMap<String, String> map = map();
        String value = "value of " + key;
        return map.putAsync(key, value)
                .thenCompose(former -> map.getAsync(key))
                .thenCompose(read -> map.removeAsync(key)
                        .thenApply(removed -> value.equals(read) && value.equals(removed)
                                ? ""
                                : "another value was read than was written"));
    }

    private static String troubleOf(CompletionStage<String> trial) {
        try {
            return answer(trial).orElse("");
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** For each member that keeps data a key that rests there. */
    private Map<Member, String> keys() {
        long data = instance.getCluster().getMembers().stream()
                .filter(member -> !member.isLiteMember())
                .count();
        Map<Member, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < MOST_KEYS_TRIED && keys.size() < data; i++) {
            String key = "self-test " + UUID.randomUUID();
            Partition partition = instance.getPartitionService().getPartition(key);
            Member owner = partition.getOwner();
            if (owner != null) {
                keys.putIfAbsent(owner, key);
            }
        }
        return keys;
    }

    private IMap<String, String> map() {
        return instance.getMap(MAP_NAME);
    }
}
