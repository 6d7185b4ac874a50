/**
 * What Payara's web container (Catalina on Grizzly) offers beyond the Servlet API.
 *
 * <p>All reflection on the container and all use of its internals is here, behind ports of {@code session.servlet}. A
 * server whose internals differ is noticed when the first application is deployed, not by a user.
 */
@NullMarked
package org.remora.session.payara;

import org.jspecify.annotations.NullMarked;
