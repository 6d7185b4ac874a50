package org.remora.arquillian.split;

/**
 * One write of an attribute, as its user saw it.
 *
 * @param attribute the attribute's name
 * @param value what was written, another for each write
 * @param beginNanos when the request was sent
 * @param endNanos when it was answered or given up
 * @param acknowledged whether the answer said that it was done; if not, it may have been done, or be done later
 */
record Write(String attribute, String value, long beginNanos, long endNanos, boolean acknowledged) {

    /** Whether this one was over before another began. */
    boolean isBefore(Write other) {
        return endNanos - other.beginNanos < 0;
    }
}
