package org.remora.invalidation.local;

import org.remora.invalidation.CacheInvalidated;

/** How other nodes hear of what is changed in a local cache. */
@FunctionalInterface
public interface CacheChanges {

    /**
     * Makes a change ready to be told, before it is made.
     *
     * @param change what is out of date on other nodes
     * @param keptHere whether this node holds the new value; if so, it is dropped when the transaction that the calling
     *     thread is in ends, and stays if there is none
     * @return tells the others, at once or when that transaction is committed
     * @throws IllegalArgumentException if a key cannot be encoded
     */
    Runnable prepare(CacheInvalidated change, boolean keptHere);
}
