/**
 * Starts Payara Micro with this jar on its class path.
 *
 * <p>Uses {@code output} and the JDK only.
 */
@NullMarked
package org.remora.cli.launch;

import org.jspecify.annotations.NullMarked;
