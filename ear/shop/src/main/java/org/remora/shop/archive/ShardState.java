package org.remora.shop.archive;

/**
 * How far the index of a shard is.
 *
 * @param shard its number
 * @param isAnswering whether the server that looks after it has answered in time
 * @param indexed how many changes of the shard's messages are in its index
 * @param stored how many there are
 */
public record ShardState(int shard, boolean isAnswering, long indexed, long stored) {

    /** Whether it can find all messages that were stored when the question came. */
    public boolean isComplete() {
        return isAnswering && indexed >= stored;
    }
}
