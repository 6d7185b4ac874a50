/**
 * The demo: two servers with the sample shop, to be tried by hand or, for a build, by itself.
 *
 * <p>May use the JDK and {@code org.remora.arquillian.server}, and writes to the console.
 *
 * <p>Threads: one thread runs the demo; what others touch beside it says so.
 */
@NullMarked
package org.remora.arquillian.demo;

import org.jspecify.annotations.NullMarked;
