package org.remora.arquillian.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The connections between the members of a grid at one moment. */
record Traffic(Map<String, Connection> connections) {

    static Traffic of(List<Connection> connections) {
        return new Traffic(connections.stream()
                .collect(Collectors.toUnmodifiableMap(Connection::ends, Function.identity(), (a, b) -> a)));
    }

    /**
     * Bytes sent since an earlier moment, headers included, in both directions. A connection opened meanwhile counts in
     * full, one that was closed meanwhile does not count; {@link #closedSince} tells whether there was one.
     */
    long bytesSince(Traffic earlier) {
        return since(earlier, Connection::bytesWithHeaders);
    }

    /** Segments sent since an earlier moment, counted as {@link #bytesSince} counts. */
    long segmentsSince(Traffic earlier) {
        return since(earlier, Connection::segments);
    }

    private long since(Traffic earlier, ToLongFunction<Connection> counter) {
        return connections.values().stream()
                .mapToLong(now -> counter.applyAsLong(now) - earlier.count(now.ends(), counter))
                .sum();
    }

    /** How many connections of an earlier moment are gone. */
    long closedSince(Traffic earlier) {
        return earlier.connections.keySet().stream()
                .filter(ends -> !connections.containsKey(ends))
                .count();
    }

    private long count(String ends, ToLongFunction<Connection> counter) {
        Connection connection = connections.get(ends);
        return connection == null ? 0 : counter.applyAsLong(connection);
    }
}
