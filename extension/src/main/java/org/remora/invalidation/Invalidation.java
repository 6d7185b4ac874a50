package org.remora.invalidation;

import java.util.List;
import java.util.Optional;

/**
 * An event as it travels: its keys as bytes.
 *
 * @param cache the name of the cache
 * @param all whether everything in it is out of date
 * @param keys the encoded keys, which nobody changes
 * @param reason why
 */
record Invalidation(String cache, boolean all, List<byte[]> keys, Optional<String> reason) {

    private static final int OVERHEAD = 64;

    Invalidation {
        keys = List.copyOf(keys);
    }

    static Invalidation ofAll(String cache, String reason) {
        return new Invalidation(cache, true, List.of(), Optional.of(reason));
    }

    /** About how many bytes it takes, in memory and on the wire. */
    long weight() {
        long content = keys.stream().mapToLong(key -> key.length + OVERHEAD).sum();
        return content + cache.length() + reason.map(String::length).orElse(0) + OVERHEAD;
    }
}
