package org.remora.management;

import java.util.function.Supplier;
import org.remora.invalidation.InvalidationStatistics;

/**
 * Reads the counters anew at every question.
 *
 * @param counters of an application
 */
public record InvalidationBean(Supplier<InvalidationStatistics> counters) implements InvalidationMXBean {

    /**
     * Shows the counters; takes the place of what is left of an earlier deployment.
     *
     * @param application the application's name
     * @return withdraws them
     */
    public Runnable register(String application) {
        return BeanRegistration.of(BeanNames.of("Invalidation", application), this);
    }

    @Override
    public long getSent() {
        return counters.get().sent();
    }

    @Override
    public long getReceived() {
        return counters.get().received();
    }

    @Override
    public long getCoalesced() {
        return counters.get().coalesced();
    }

    @Override
    public long getGaps() {
        return counters.get().gaps();
    }

    @Override
    public long getCutOffs() {
        return counters.get().cutOffs();
    }

    @Override
    public long getUnreadable() {
        return counters.get().unreadable();
    }

    @Override
    public long getFullDrops() {
        return counters.get().fullDrops();
    }
}
