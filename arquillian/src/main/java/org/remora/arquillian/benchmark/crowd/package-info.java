/**
 * What the benchmark's application has besides when many sessions are to rest in the grid: they are made through the
 * store, many with one request.
 *
 * <p>Runs on servers that have Remora, and uses its public store and Hazelcast. Threads: as any servlet.
 */
@NullMarked
package org.remora.arquillian.benchmark.crowd;

import org.jspecify.annotations.NullMarked;
