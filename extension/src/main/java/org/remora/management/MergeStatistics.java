package org.remora.management;

import java.util.function.Supplier;
import org.remora.session.MergeCounts;

/**
 * Reads the counts anew at every question.
 *
 * @param counts what this node has taken over
 */
public record MergeStatistics(Supplier<MergeCounts> counts) implements MergesMXBean {

    /**
     * Shows the counts.
     *
     * @return withdraws them
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("Merges"), this);
    }

    @Override
    public long getSessions() {
        return counts.get().sessions();
    }

    @Override
    public long getSessionsChanged() {
        return counts.get().changed();
    }

    @Override
    public long getAttributes() {
        return counts.get().attributes();
    }
}
