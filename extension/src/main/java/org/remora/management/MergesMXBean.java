package org.remora.management;

/**
 * What this server has taken over from other halves of a split cluster since it started;
 * {@code org.remora:type=Merges}.
 */
public interface MergesMXBean {

    /**
     * Sessions that came to this server from another half.
     *
     * @return how many
     */
    long getSessions();

    /**
     * Those of them that were not known here, or are not as they were here.
     *
     * @return how many
     */
    long getSessionsChanged();

    /**
     * Attributes that are not as they were here.
     *
     * @return how many
     */
    long getAttributes();
}
