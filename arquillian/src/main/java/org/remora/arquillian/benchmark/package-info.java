/**
 * The benchmark: the same application under the same load on plain Payara Micro, on Payara's own session replication
 * and on Remora, alternating in one run, so that the noise of the machine hits all alike; and how long invalidations of
 * caches take from server to server.
 *
 * <p>Uses the server fixture, the load generator and ShrinkWrap. {@link org.remora.arquillian.benchmark.Benchmark} is
 * the program; it writes to the standard output.
 *
 * <p>Threads: everything here runs in the main thread; only the load generator has threads of its own.
 */
@NullMarked
package org.remora.arquillian.benchmark;

import org.jspecify.annotations.NullMarked;
