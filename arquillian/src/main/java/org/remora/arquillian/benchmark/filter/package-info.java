/**
 * What the benchmark's application has besides to show what a servlet filter costs that does nothing.
 *
 * <p>Threads: as any filter.
 */
@NullMarked
package org.remora.arquillian.benchmark.filter;

import org.jspecify.annotations.NullMarked;
