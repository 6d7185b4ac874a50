/**
 * CDI's session scope, as Weld implements it, in clustered sessions.
 *
 * <p>All use of Weld's internals is here, behind {@link org.remora.session.servlet.SessionScopes}.
 */
@NullMarked
package org.remora.session.weld;

import org.jspecify.annotations.NullMarked;
