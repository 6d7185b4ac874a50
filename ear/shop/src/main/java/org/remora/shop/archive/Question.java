package org.remora.shop.archive;

import java.io.Serializable;
import java.util.List;

/**
 * What somebody looks for.
 *
 * @param words all of them are to be in a message; none: every message is meant
 * @param customer whose messages are meant; empty: everybody's
 */
public record Question(String words, String customer) implements Serializable {

    /** The shards in which the answer is. */
    public List<Integer> shards() {
        return customer.isEmpty() ? Shards.all() : List.of(Shards.of(customer));
    }
}
