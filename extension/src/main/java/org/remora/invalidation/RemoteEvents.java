package org.remora.invalidation;

/** Where events of other nodes go: the observers of the application. Must not wait for them. */
@FunctionalInterface
public interface RemoteEvents {

    /**
     * An event has come from another node; the caches of this node have dropped what it names.
     *
     * @param event the event
     */
    void arrived(CacheInvalidated event);
}
