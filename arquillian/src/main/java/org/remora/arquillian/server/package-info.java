/**
 * Real Payara Micro processes for tests, the demo and the benchmark: started, killed, frozen and stopped from Java.
 *
 * <p>Uses the JDK only, so that a program without a test framework can use it. Servers and clusters may be used from
 * several threads; a {@link org.remora.arquillian.server.ServerSpec} and the other records are immutable.
 */
@NullMarked
package org.remora.arquillian.server;

import org.jspecify.annotations.NullMarked;
