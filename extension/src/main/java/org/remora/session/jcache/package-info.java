/**
 * The store of sessions: one entry of a JCache cache for each session, changed in place by entry processors.
 *
 * <p>May use {@code javax.cache} and, since JCache has neither an asynchronous {@code invoke} nor processors that run
 * on backups, {@code com.hazelcast.cache}, its operations and its serialization. A
 * {@link org.remora.session.jcache.StoredSession} is written on its partition's thread only; it may be read from any.
 */
@NullMarked
package org.remora.session.jcache;

import org.jspecify.annotations.NullMarked;
