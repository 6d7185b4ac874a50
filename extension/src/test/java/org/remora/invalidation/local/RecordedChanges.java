package org.remora.invalidation.local;

import java.util.ArrayList;
import java.util.List;
import org.remora.invalidation.CacheInvalidated;

/** Notes what other nodes would be told. */
final class RecordedChanges implements CacheChanges {

    private final List<CacheInvalidated> told = new ArrayList<>();

    @Override
    public synchronized Runnable prepare(CacheInvalidated change, boolean keptHere) {
        if (change.keys().contains("unserializable")) {
            throw new IllegalArgumentException("unserializable");
        }
        return () -> add(change);
    }

    private synchronized void add(CacheInvalidated change) {
        told.add(change);
    }

    /** What was told since this was last asked. */
    synchronized List<CacheInvalidated> told() {
        List<CacheInvalidated> news = List.copyOf(told);
        told.clear();
        return news;
    }
}
