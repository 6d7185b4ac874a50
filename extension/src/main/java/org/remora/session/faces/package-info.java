/**
 * The flash of Jakarta Faces in clustered sessions.
 *
 * <p>May use {@code jakarta.faces}. Faces finds the factory by itself, in every application; one without clustered
 * sessions keeps the flash it had. Objects are used by the thread of one request.
 */
@NullMarked
package org.remora.session.faces;

import org.jspecify.annotations.NullMarked;
