/**
 * How real servers find each other over networks that the tests have made.
 *
 * <p>Uses the server fixture, the networks, JUnit, AssertJ and Awaitility.
 */
@NullMarked
package org.remora.arquillian.discovery;

import org.jspecify.annotations.NullMarked;
