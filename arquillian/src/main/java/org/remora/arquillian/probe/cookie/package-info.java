/**
 * The part of a probe application that configures its session cookie in code.
 *
 * <p>Uses Jakarta Servlet; called once by the thread that starts the application.
 */
@NullMarked
package org.remora.arquillian.probe.cookie;

import org.jspecify.annotations.NullMarked;
