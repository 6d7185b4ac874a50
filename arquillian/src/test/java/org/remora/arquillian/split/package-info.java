/**
 * Servers that lose sight of each other, or one of which is lost: what the others notice, when, and what becomes of the
 * sessions.
 */
@NullMarked
package org.remora.arquillian.split;

import org.jspecify.annotations.NullMarked;
