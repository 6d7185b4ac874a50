package org.remora.config;

/** Which attributes are compared with their stored bytes at a commit; {@code remora.session.mutation-detection}. */
public enum MutationDetection {

    /**
     * Those that the request read or set. Finds what the request changed in place, and costs one serialization for each
     * attribute it touched whose class is not known to be immutable.
     */
    ACCESSED,

    /** None: only {@code setAttribute} and {@code removeAttribute} count. Costs nothing, misses changes in place. */
    NONE,

    /**
     * All that this server holds of the session. Finds also what was changed through a reference kept from an earlier
     * request, and costs one serialization of the whole session per commit.
     */
    ALL
}
