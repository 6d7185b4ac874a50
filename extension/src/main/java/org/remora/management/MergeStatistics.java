package org.remora.management;

import java.util.function.Supplier;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
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
        try {
            return BeanRegistration.of(new ObjectName("org.remora:type=Merges"), this);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("The name of an MBean is none", e);
        }
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
