/**
 * The way of invalidations between nodes: operations of Hazelcast, one for each message.
 *
 * <p>May use {@code com.hazelcast}. Everything here may be called by any thread, and waits for nobody.
 */
@NullMarked
package org.remora.invalidation.hazelcast;

import org.jspecify.annotations.NullMarked;
