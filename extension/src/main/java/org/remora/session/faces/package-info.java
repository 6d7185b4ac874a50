/**
 * Jakarta Faces in clustered sessions: its flash, and what its views need.
 *
 * <p>May use {@code jakarta.faces} and {@code jakarta.servlet}. Faces finds the factory by itself, in every
 * application; one without clustered sessions keeps the flash it had. Objects are used by the thread of one request.
 */
@NullMarked
package org.remora.session.faces;

import org.jspecify.annotations.NullMarked;
