/**
 * Tests of what the benchmark reads, counts and writes, without servers.
 *
 * <p>Uses JUnit and AssertJ. Threads: none but the test's.
 */
@NullMarked
package org.remora.arquillian.benchmark;

import org.jspecify.annotations.NullMarked;
