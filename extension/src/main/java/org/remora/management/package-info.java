/**
 * What administrators see of a running server: MBeans.
 *
 * <p>Uses {@code session}, {@code session.live}, {@code invalidation} and {@code javax.management}. Everything public
 * may be called from any thread.
 */
@NullMarked
package org.remora.management;

import org.jspecify.annotations.NullMarked;
