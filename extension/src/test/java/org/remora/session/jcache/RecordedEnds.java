package org.remora.session.jcache;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.remora.session.SessionKey;
import org.remora.session.SessionsOnNode;

/** An application on a node that notes which sessions it is told of. */
final class RecordedEnds implements SessionsOnNode {

    private final Set<SessionKey> overdue = ConcurrentHashMap.newKeySet();
    private final Set<SessionKey> ended = ConcurrentHashMap.newKeySet();
    private final Set<SessionKey> now = ConcurrentHashMap.newKeySet();
    private final Set<SessionKey> changed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger merges = new AtomicInteger();
    private final AtomicInteger losses = new AtomicInteger();
    private volatile boolean refusing;

    Set<SessionKey> keys() {
        return overdue;
    }

    Set<SessionKey> endedKeys() {
        return ended;
    }

    Set<SessionKey> keysEndedNow() {
        return now;
    }

    Set<SessionKey> changedKeys() {
        return changed;
    }

    int losses() {
        return losses.get();
    }

    int merges() {
        return merges.get();
    }

    void refuse(boolean refuse) {
        refusing = refuse;
    }

    @Override
    public boolean endOverdue(SessionKey key, long overAtMillis, int maxIdleSeconds) {
        return !refusing && (overdue.add(key) || overdue.contains(key));
    }

    @Override
    public void endNow(SessionKey key, Consumer<Boolean> done) {
        done.accept(!refusing && now.add(key));
    }

    @Override
    public void ended(SessionKey key) {
        ended.add(key);
    }

    @Override
    public void lost() {
        losses.incrementAndGet();
    }

    @Override
    public void merged() {
        merges.incrementAndGet();
    }

    @Override
    public void changed(SessionKey key) {
        changed.add(key);
    }
}
