/**
 * The caches that an application has in the cluster: JCache caches of this node's member, which hold bytes.
 *
 * <p>May use {@code com.hazelcast} and {@code javax.cache}. All classes may be used by any thread; what they do waits
 * for the owner of the entry.
 */
@NullMarked
package org.remora.hazelcast.cache;

import org.jspecify.annotations.NullMarked;
