/**
 * Cache invalidation across the cluster: numbered messages from each node to each other that runs the application, and
 * what a receiver drops when it cannot be sure that it has got them all.
 *
 * <p>Uses the JDK and the codec of session attributes; the way to the other nodes and the caches are ports. Unless said
 * otherwise, classes here may be used by any thread.
 */
@NullMarked
package org.remora.invalidation;

import org.jspecify.annotations.NullMarked;
