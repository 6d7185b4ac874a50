/**
 * Authentication mechanisms of Jakarta Security, of which an application has one.
 *
 * <p>Uses the Jakarta EE API only; runs on the server.
 */
@NullMarked
package org.remora.arquillian.login.mechanism;

import org.jspecify.annotations.NullMarked;
