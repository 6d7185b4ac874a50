package org.remora.session;

/**
 * Versions of a record: hybrid logical time, the wall clock in milliseconds and a counter of 16 bits below it.
 *
 * <p>A version is later than every earlier version of its record, whatever the clocks say, and versions made apart from
 * each other are ordered as well as the clocks allow, so that two halves of a split cluster can be merged.
 *
 * @see <a href="https://cse.buffalo.edu/tech-reports/2014-04.pdf">Kulkarni et al., Logical Physical Clocks</a>
 */
public final class HybridTime {

    private static final int COUNTER_BITS = 16;

    private HybridTime() {}

    static long after(long version, long wallMillis) {
        return Math.max(version + 1, wallMillis << COUNTER_BITS);
    }

    /**
     * The time in a version.
     *
     * @param version a version
     * @return milliseconds since the epoch; about when the version was made
     */
    public static long millisOf(long version) {
        return version >>> COUNTER_BITS;
    }
}
