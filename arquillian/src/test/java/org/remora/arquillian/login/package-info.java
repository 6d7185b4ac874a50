/**
 * Logins on two nodes: what one node was told, the other knows, and forgets with it.
 *
 * <p>Starts servers; the classes run one after another.
 */
@NullMarked
package org.remora.arquillian.login;

import org.jspecify.annotations.NullMarked;
