package org.remora.arquillian.benchmark.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.remora.arquillian.load.LatencyHistogram;
import org.remora.cdi.Remote;
import org.remora.invalidation.CacheInvalidated;

/** What has come from the other server, and how long it took. */
@ApplicationScoped
public class Arrivals {

    private LatencyHistogram latencies = new LatencyHistogram();
    private long keys;
    private long withoutKeys;

    synchronized void observe(@Observes @Remote CacheInvalidated event) {
        long now = System.nanoTime();
        if (event.all()) {
            withoutKeys++;
            return;
        }
        keys += event.keys().size();
        event.reason().map(Long::valueOf).ifPresent(fired -> latencies.record(now - fired));
    }

    synchronized void forget() {
        latencies = new LatencyHistogram();
        keys = 0;
        withoutKeys = 0;
    }

    /** Events, keys, events without keys, median, 99th percentile and longest in microseconds, parted by commas. */
    synchronized String text() {
        return String.join(
                ",",
                Long.toString(latencies.total()),
                Long.toString(keys),
                Long.toString(withoutKeys),
                Long.toString(micros(latencies.quantile(0.5).toNanos())),
                Long.toString(micros(latencies.quantile(0.99).toNanos())),
                Long.toString(micros(latencies.longest().toNanos())));
    }

    private static long micros(long nanos) {
        return nanos / 1_000;
    }
}
