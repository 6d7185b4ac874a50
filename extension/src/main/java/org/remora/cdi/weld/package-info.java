/**
 * What only Weld can do for the events of other nodes.
 *
 * <p>All use of Weld's internals for caches is here. Everything may be used by any thread.
 */
@NullMarked
package org.remora.cdi.weld;

import org.jspecify.annotations.NullMarked;
