/**
 * The working copies of sessions on this node: shared by all requests of a session, brought up to date from the store,
 * and committed to it.
 *
 * <p>Uses {@code session}, {@code session.codec}, {@code config} and Caffeine. Everything public may be called from any
 * thread; time comes from {@link org.remora.session.live.Clocks}.
 */
@NullMarked
package org.remora.session.live;

import org.jspecify.annotations.NullMarked;
