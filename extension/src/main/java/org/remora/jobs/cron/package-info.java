/**
 * Reads cron expressions, by cron-utils.
 *
 * <p>May use {@code com.cronutils}. Everything here may be used by any thread.
 */
@NullMarked
package org.remora.jobs.cron;

import org.jspecify.annotations.NullMarked;
