/**
 * Where everything is put together: the server's node at the first deployment, the sessions at every one.
 *
 * <p>May use every other package; none may use it.
 */
@NullMarked
package org.remora.boot;

import org.jspecify.annotations.NullMarked;
