package org.remora.hazelcast.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Where guests wait until they have proved who they are: not for long, and not too many.
 *
 * <p>Who comes when it is full takes the place of the one that has waited longest: an honest guest is through in
 * milliseconds, so that it is hardly ever that one. May be used from any thread.
 */
final class Anteroom {

    private final int mostGuests;
    private final Duration longest;
    private final LongSupplier nanos;
    private final Map<Guest, Long> sinceNanos = new LinkedHashMap<>();

    /** Who waits. */
    interface Guest {

        /** Has to go. */
        void turnAway(Refusal refusal);
    }

    /**
     * An empty room.
     *
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    Anteroom(int mostGuests, Duration longest, LongSupplier nanos) {
        this.mostGuests = mostGuests;
        this.longest = longest;
        this.nanos = nanos;
    }

    void enter(Guest guest) {
        List<Guest> tooMany = new ArrayList<>();
        synchronized (this) {
            sinceNanos.put(guest, nanos.getAsLong());
            Iterator<Guest> oldest = sinceNanos.keySet().iterator();
            while (sinceNanos.size() > mostGuests) {
                tooMany.add(oldest.next());
                oldest.remove();
            }
        }
        tooMany.forEach(each -> each.turnAway(Refusal.CROWD));
    }

    synchronized void leave(Guest guest) {
        sinceNanos.remove(guest);
    }

    /** Turns away whoever has been here for too long; to be called now and then. */
    void sweep() {
        List<Guest> tooLong = new ArrayList<>();
        synchronized (this) {
            long now = nanos.getAsLong();
            Iterator<Map.Entry<Guest, Long>> oldest = sinceNanos.entrySet().iterator();
            while (oldest.hasNext()) {
                Map.Entry<Guest, Long> entry = oldest.next();
                if (now - entry.getValue() < longest.toNanos()) {
                    break;
                }
                tooLong.add(entry.getKey());
                oldest.remove();
            }
        }
        tooLong.forEach(each -> each.turnAway(Refusal.slow(longest)));
    }

    synchronized int size() {
        return sinceNanos.size();
    }
}
