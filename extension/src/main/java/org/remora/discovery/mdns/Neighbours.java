package org.remora.discovery.mdns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The nodes that were heard of, each until it takes leave or is not heard of for too long. Bounded: who comes when
 * there is no more room is not kept.
 */
final class Neighbours {

    /** Every node is asked for every few seconds, and answers. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final int mostAddresses;
    private final Map<String, Neighbour> byInstance = new HashMap<>();

    Neighbours(InstantSource clock, int mostAddresses) {
        this.clock = clock;
        this.mostAddresses = mostAddresses;
    }

    /** What became of something that was heard. */
    enum Effect {
        /** An address has come in. */
        MORE,
        /** Nothing new. */
        NONE,
        /** There was no room for it. */
        NO_ROOM
    }

    synchronized Effect heard(String instance, List<InetSocketAddress> addresses, long secondsToLive) {
        Instant now = clock.instant();
        byInstance.values().removeIf(neighbour -> neighbour.until().isBefore(now));
        Duration life = Duration.ofSeconds(Math.min(secondsToLive, LONGEST_SILENCE.toSeconds()));
        Neighbour news = new Neighbour(List.copyOf(addresses), now.plus(life));
        Neighbour former = byInstance.get(instance);
        if (former != null && former.addresses().equals(news.addresses())) {
            byInstance.put(instance, news); // what is heard most of the time, and must not cost much
            return Effect.NONE;
        }
        Set<InetSocketAddress> before = addresses();
        byInstance.put(instance, news);
        Set<InetSocketAddress> after = new HashSet<>(addresses());
        if (after.size() > mostAddresses) {
            byInstance.remove(instance);
            if (former != null) {
                byInstance.put(instance, former);
            }
            return Effect.NO_ROOM;
        }
        after.removeAll(before);
        return after.isEmpty() ? Effect.NONE : Effect.MORE;
    }

    synchronized void gone(String instance) {
        byInstance.remove(instance);
    }

    synchronized Set<InetSocketAddress> addresses() {
        Instant now = clock.instant();
        return byInstance.values().stream()
                .filter(neighbour -> !neighbour.until().isBefore(now))
                .flatMap(neighbour -> neighbour.addresses().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized void clear() {
        byInstance.clear();
    }

    private record Neighbour(List<InetSocketAddress> addresses, Instant until) {}
}
