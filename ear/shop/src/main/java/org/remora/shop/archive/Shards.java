package org.remora.shop.archive;

import java.util.List;
import java.util.stream.IntStream;

/** How the customers are divided among the shards of the index. */
public final class Shards {

    /** How many there are. Another number needs another database. */
    public static final int COUNT = 16;

    private Shards() {}

    /** The shard with all messages of a customer. */
    public static int of(String customer) {
        return Math.floorMod(customer.hashCode(), COUNT);
    }

    /** The numbers of all shards. */
    public static List<Integer> all() {
        return IntStream.range(0, COUNT).boxed().toList();
    }
}
