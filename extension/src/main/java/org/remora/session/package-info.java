/**
 * What a clustered session is: its identity, the record that rests in the grid, how a change travels, and the port to
 * the store.
 *
 * <p>Uses the JDK only. All values are immutable and may be shared between threads; nothing here reads a clock.
 */
@NullMarked
package org.remora.session;

import org.jspecify.annotations.NullMarked;
