package org.remora.shop.archive;

import java.util.List;

/**
 * What all shards together have found.
 *
 * @param total how many messages, in the shards that have answered
 * @param first the newest of them
 * @param shards how far each shard that was asked is
 */
public record SearchResult(long total, List<Message> first, List<ShardState> shards) {

    /** Keeps its own copies. */
    public SearchResult {
        first = List.copyOf(first);
        shards = List.copyOf(shards);
    }

    /** Whether nothing is missing. */
    public boolean isComplete() {
        return shards.stream().allMatch(ShardState::isComplete);
    }

    /** How many changes of messages are in the index. */
    public long indexed() {
        return shards.stream()
                .mapToLong(shard -> Math.min(shard.indexed(), shard.stored()))
                .sum();
    }

    /** How many changes of messages there are. */
    public long stored() {
        return shards.stream().mapToLong(ShardState::stored).sum();
    }
}
