package org.remora.management;

/** The cache invalidations of one application on one server, or their sums over all servers. */
public interface InvalidationRow extends InvalidationMXBean {

    /**
     * Whose numbers these are.
     *
     * @return the node's name, or {@code *} for all that have answered
     */
    String getNode();

    /**
     * The application.
     *
     * @return its virtual server and context path
     */
    String getApplication();
}
