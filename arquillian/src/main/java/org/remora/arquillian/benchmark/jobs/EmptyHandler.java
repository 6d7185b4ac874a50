package org.remora.arquillian.benchmark.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.remora.arquillian.load.LatencyHistogram;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;

/** Does nothing but note how long ago its job was submitted, which is the job's payload. */
@ApplicationScoped
public class EmptyHandler implements JobHandler<Long> {

    static final String TYPE = "empty";

    private LatencyHistogram latencies = new LatencyHistogram();
    private long lastNanos;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public synchronized @Nullable Object run(Long submittedNanos, JobContext context) {
        lastNanos = System.nanoTime();
        latencies.record(lastNanos - submittedNanos);
        return null;
    }

    synchronized void forget() {
        latencies = new LatencyHistogram();
        lastNanos = 0;
    }

    /** Jobs, median, 99th percentile and longest in microseconds, when the last began in nanoseconds. */
    synchronized String text() {
        return String.join(
                ",",
                Long.toString(latencies.total()),
                Long.toString(latencies.quantile(0.5).toNanos() / 1_000),
                Long.toString(latencies.quantile(0.99).toNanos() / 1_000),
                Long.toString(latencies.longest().toNanos() / 1_000),
                Long.toString(lastNanos));
    }
}
