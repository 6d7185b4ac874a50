/**
 * Attributes as bytes: the codec's port, the built-in codec, and what may be read back.
 *
 * <p>Uses the JDK only; the one place of the session packages that looks into application objects by reflection. Codecs
 * are called from many threads at once.
 */
@NullMarked
package org.remora.session.codec;

import org.jspecify.annotations.NullMarked;
