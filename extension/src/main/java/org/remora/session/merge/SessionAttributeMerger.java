package org.remora.session.merge;

import java.util.Optional;

/**
 * Makes one value of two that were written to the same attribute at the same time, each on its node. Without one, the
 * later commit wins.
 *
 * <p>An application names its mergers in a file
 * {@code META-INF/services/org.remora.session.merge.SessionAttributeMerger} of its archive; each has a public
 * constructor without arguments. The first that is for an attribute gets it. A commit that comes second is refused by
 * the session's owner, merged on its own node, and sent again, all before the response leaves.
 *
 * <p>Called from many threads at once, with the session's other commits on this node waiting: it must not take long. If
 * it throws, that is logged, and the later commit wins.
 *
 * @param <T> the class of the attribute's values
 */
public interface SessionAttributeMerger<T> {

    /**
     * The class of the values that it merges.
     *
     * @return the class; its subclasses are merged, too
     */
    Class<T> type();

    /**
     * Whether it is for an attribute.
     *
     * @param name the attribute's name
     * @return true, by default for all names
     */
    default boolean isFor(String name) {
        return true;
    }

    /**
     * Merges two values. Requests under way may have {@code mine} in their hands: changing and returning it lets them
     * see the result. It may be called again with what it has made, and with values that an earlier, unanswered commit
     * of this node has left in the grid: merging what is in a value already must not change it.
     *
     * @param name the attribute's name
     * @param mine the value of this node
     * @param theirs the value that another node has committed; belongs to the merger
     * @param ancestor what both began with, if this node still knows; belongs to the merger
     * @return the merged value
     */
    T merge(String name, T mine, T theirs, Optional<T> ancestor);
}
