package org.remora.shop.archive;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * What one shard has found.
 *
 * @param revision up to which change of the shard's messages it knows them
 * @param total how many messages it has found
 * @param first the newest of them
 */
public record ShardAnswer(long revision, long total, List<Hit> first) implements Serializable {

    /** How many messages are shown at most. */
    public static final int SHOWN = 20;

    /** The order of messages: the newest first. It does not depend on the shard, so that hits can be merged by it. */
    public static final Comparator<Hit> ORDER =
            Comparator.comparingLong(Hit::writtenMillis).reversed().thenComparing(Hit::id);

    /**
     * A message that was found.
     *
     * @param id the message's
     * @param writtenMillis when it was written
     */
    public record Hit(String id, long writtenMillis) implements Serializable {}
}
