/**
 * What the benchmark's application has besides when the way of an invalidation from server to server is measured: one
 * server fires, the other notes when it observes.
 *
 * <p>Runs on servers that have Remora. Both servers are on one machine, whose monotonic clock they share. Threads: as
 * any servlet and bean.
 */
@NullMarked
package org.remora.arquillian.benchmark.news;

import org.jspecify.annotations.NullMarked;
