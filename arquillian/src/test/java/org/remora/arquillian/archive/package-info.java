/**
 * Tests of the shop's archive of letters, whose index is built by jobs, on servers of their own.
 *
 * <p>Uses the server fixture, Lucene, JUnit, AssertJ and Awaitility. Runs on one thread.
 */
@NullMarked
package org.remora.arquillian.archive;

import org.jspecify.annotations.NullMarked;
