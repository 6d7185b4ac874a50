package org.remora.jobs.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The store in its simplest form: a map and a lock. */
public final class InMemoryJobStore implements JobStore {

    /** How many partitions there are. */
    public static final int PARTITIONS = 10;

    /** Hears of every step. */
    public interface Listener {

        /** A step was taken. */
        void stepped(JobKey key, JobStep step, StepResult result);
    }

    private final Map<JobKey, JobRecord> jobs = new HashMap<>();
    private final Listener listener;

    /** An empty store that nobody listens to. */
    public InMemoryJobStore() {
        this((key, step, result) -> {});
    }

    /** An empty store. */
    public InMemoryJobStore(Listener listener) {
        this.listener = listener;
    }

    @Override
    public CompletionStage<JobAnswer> apply(JobKey key, JobStep step) {
        StepResult result = take(key, step);
        return CompletableFuture.completedFuture(result.answer());
    }

    private synchronized StepResult take(JobKey key, JobStep step) {
        StepResult result = step.on(jobs.get(key));
        if (result.isChange()) {
            put(key, result.after());
        }
        listener.stepped(key, step, result);
        return result;
    }

    private void put(JobKey key, @Nullable JobRecord after) {
        if (after == null) {
            jobs.remove(key);
        } else {
            jobs.put(key, after);
        }
    }

    /** The back door. */
    public synchronized Optional<JobRecord> peek(JobKey key) {
        return Optional.ofNullable(jobs.get(key));
    }

    /** All jobs of a partition. */
    public synchronized java.util.List<JobRecord> in(int partition) {
        return jobs.values().stream()
                .filter(job -> partition(job.spec().key()) == partition)
                .toList();
    }

    /** The partition of a job. */
    public static int partition(JobKey key) {
        return Math.floorMod(key.hashCode(), PARTITIONS);
    }

    @Override
    public int partitionOf(byte[] key) {
        return Math.floorMod(Arrays.hashCode(key), PARTITIONS);
    }
}
