/**
 * Caches of one node, kept true by invalidation: what is changed here is dropped on all other nodes, and the other way
 * round.
 *
 * <p>May use Caffeine, which holds the entries, and {@code javax.cache}, whose interface they have. All classes may be
 * used by any thread; nothing here waits for another node.
 */
@NullMarked
package org.remora.invalidation.local;

import org.jspecify.annotations.NullMarked;
