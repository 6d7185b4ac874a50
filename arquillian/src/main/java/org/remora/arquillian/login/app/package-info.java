/**
 * An application with users: what it knows of a request's user, and logging in and out.
 *
 * <p>Uses the Jakarta EE API only; runs on the server.
 */
@NullMarked
package org.remora.arquillian.login.app;

import org.jspecify.annotations.NullMarked;
