/**
 * What a server does that cannot become a node with the settings it was given.
 *
 * <p>Uses the server fixture, JUnit, AssertJ and Awaitility. Each test starts a server of its own.
 */
@NullMarked
package org.remora.arquillian.start;

import org.jspecify.annotations.NullMarked;
