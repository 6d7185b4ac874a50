/**
 * Networks for tests, as JUnit gives them out, and tests of the networks themselves.
 *
 * <p>Uses JUnit, AssertJ and Awaitility. Where root or the commands are missing, the tests are skipped with a message.
 */
@NullMarked
package org.remora.arquillian.network;

import org.jspecify.annotations.NullMarked;
