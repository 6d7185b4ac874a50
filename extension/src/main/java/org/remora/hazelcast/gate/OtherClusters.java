package org.remora.hazelcast.gate;

import java.util.HashSet;
import java.util.Set;

/**
 * Where nodes of other clusters were met, so that each place is told of once, and no more than so many: strangers can
 * pretend to be such nodes. May be used from any thread.
 */
final class OtherClusters {

    private final int mostPlaces;
    private final Set<String> places = new HashSet<>();

    OtherClusters(int mostPlaces) {
        this.mostPlaces = mostPlaces;
    }

    synchronized boolean isNew(String place) {
        return places.size() < mostPlaces && places.add(place);
    }
}
