/**
 * What applications inject and fire: caches, the node, invalidations as CDI events.
 *
 * <p>The place for CDI and transactions, and the only one of them. The container makes one object of each bean for an
 * application; all may be used by any thread.
 */
@NullMarked
package org.remora.cdi;

import org.jspecify.annotations.NullMarked;
