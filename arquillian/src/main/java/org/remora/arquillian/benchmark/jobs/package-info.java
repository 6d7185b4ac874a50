/**
 * What the benchmark's application has besides when jobs are measured: servers submit empty jobs, and note when those
 * that they run begin.
 *
 * <p>Runs on servers that have Remora. Both servers are on one machine, whose monotonic clock they share. Threads: as
 * any servlet and bean.
 */
@NullMarked
package org.remora.arquillian.benchmark.jobs;

import org.jspecify.annotations.NullMarked;
