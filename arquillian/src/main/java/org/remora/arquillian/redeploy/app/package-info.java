/**
 * An application to be replaced again and again, which uses all that sessions and caches have to do with.
 *
 * <p>Uses the Jakarta EE API and the extension's, by injection; runs on the server.
 */
@NullMarked
package org.remora.arquillian.redeploy.app;

import org.jspecify.annotations.NullMarked;
