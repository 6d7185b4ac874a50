package org.remora.hazelcast.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides what is said of strangers, who come as often as they like: something once a minute for each address, and of
 * so many addresses a minute at most. May be used from any thread.
 */
final class Complaints {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final int mostAddresses;
    private final InstantSource clock;
    private final Set<String> named = new HashSet<>();
    private Instant began = Instant.MIN;

    Complaints(int mostAddresses, InstantSource clock) {
        this.mostAddresses = mostAddresses;
        this.clock = clock;
    }

    synchronized boolean mayName(String address) {
        Instant now = clock.instant();
        if (began.equals(Instant.MIN) || !now.isBefore(began.plus(PERIOD))) {
            began = now;
            named.clear();
        }
        return named.size() < mostAddresses && named.add(address);
    }
}
