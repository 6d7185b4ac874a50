package org.remora.cluster;

import java.util.List;

/**
 * Numbers that a server tells about itself. Who reads them knows what they mean from the kind, and takes numbers that
 * an older server does not tell for 0, and passes over those that a newer one adds, at the end or as other kinds.
 *
 * @param kind what the numbers are about
 * @param subject of which of that kind they are, such as an application; may be empty
 * @param values the numbers, in an order to which is only appended
 */
public record Figures(String kind, String subject, List<Long> values) {

    /**
     * Copies the list.
     *
     * @param kind what the numbers are about
     * @param subject of which of that kind they are
     * @param values the numbers
     */
    public Figures {
        values = List.copyOf(values);
    }

    /**
     * One of the numbers.
     *
     * @param index its place
     * @return the number; 0 if it was not told
     */
    public long at(int index) {
        return index < values.size() ? values.get(index) : 0;
    }
}
