/**
 * What administrators see of a running server, and of all others through it: MBeans.
 *
 * <p>Uses {@code cluster}, {@code discovery}, {@code session}, {@code session.live}, {@code invalidation},
 * {@code jobs.run} and {@code javax.management}. Everything public may be called from any thread.
 */
@NullMarked
package org.remora.management;

import org.jspecify.annotations.NullMarked;
