package org.remora.management;

import java.util.function.Supplier;
import org.remora.invalidation.InvalidationStatistics;

/**
 * Reads the counters anew at every question.
 *
 * @param node whose
 * @param application its name
 * @param counters what is read
 */
public record InvalidationBean(String node, String application, Supplier<InvalidationStatistics> counters)
        implements InvalidationRow {

    static InvalidationBean of(String node, String application, InvalidationStatistics present) {
        return new InvalidationBean(node, application, () -> present);
    }

    InvalidationStatistics now() {
        return counters.get();
    }

    /**
     * Shows the counters; takes the place of what is left of an earlier deployment.
     *
     * @return withdraws them
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("Invalidation", application), this);
    }

    @Override
    public String getNode() {
        return node;
    }

    @Override
    public String getApplication() {
        return application;
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
